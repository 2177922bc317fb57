package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.klp.diagnostics.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every folder in {@code cases} with every compiler. {@code in} holds the Java and C files, {@code options.txt} the
 * compiler's options (with {@code {in}} for the first, {@code {classpath}} for the annotations and {@code {kernels}} for the
 * folder of {@link TestKernel}s), and {@code expected} everything that must come out: the files
 * and, in {@code diagnostics.txt}, the messages. Where there are warnings alone, the files may be left out. Where there is a folder {@code repaired}, it holds the same patch as the messages
 * would have it, which must raise none; {@code repaired-options.txt} then stands for {@code options.txt}, where the mistake is there.
 */
class CaseTest {
    static final Path CASES = Path.of("src/test/resources/cases");
    private static final String DIAGNOSTICS = "diagnostics.txt";
    private static final String DIAGNOSTICS_OF_ECJ = "diagnostics-ecj.txt";

    /** How the names of cases begin in which the compiler itself finds errors. */
    private static final String UNCOMPILABLE = "uncompilable-";

    @TempDir
    Path temporary;

    @BeforeEach
    void makeKernels() throws IOException {
        TestKernel.writeAll(temporary);
    }

    @TestFactory
    Stream<DynamicNode> cases() throws IOException {
        return folders().stream()
                .map(folder -> dynamicContainer(
                        folder.getFileName().toString(),
                        Arrays.stream(Compiler.values()).flatMap(compiler -> tests(folder, compiler))));
    }

    private Stream<DynamicNode> tests(Path folder, Compiler compiler) {
        DynamicNode failing = dynamicTest(compiler.name(), () -> run(folder, compiler));
        return Files.isDirectory(folder.resolve("repaired"))
                ? Stream.of(failing, dynamicTest(compiler.name() + ", repaired", () -> runRepaired(folder, compiler)))
                : Stream.of(failing);
    }

    private void runRepaired(Path folder, Compiler compiler) throws IOException {
        Path in = folder.resolve("repaired").toAbsolutePath();
        Path out =
                Files.createDirectories(temporary.resolve(folder.getFileName()).resolve(compiler.name() + "-repaired"));
        Compiler.Outcome outcome = compiler.compile(in, out, repairedOptions(folder, in), new KlpProcessor());
        assertThat(Message.sorted(outcome.diagnostics(), in).stream().filter(Message::isOurs))
                .isEmpty();
        assertThat(outcome.success()).isTrue();
        assertThat(Golden.below(out).keySet()).anyMatch(name -> name.matches("klp/.*/Kbuild"));
    }

    @Test
    void everyCodeHasAFailingCaseAndARepairedOne() throws IOException {
        Set<String> failing = new TreeSet<>();
        Set<String> repaired = new TreeSet<>();
        for (Path folder : folders()) {
            Path expected = folder.resolve("expected").resolve(DIAGNOSTICS);
            String text = Files.exists(expected) ? Files.readString(expected) : "";
            for (DiagnosticCode code : DiagnosticCode.values()) {
                if (text.contains("[" + code.id() + "]")) {
                    failing.add(code.id());
                    if (Files.isDirectory(folder.resolve("repaired"))) {
                        repaired.add(code.id());
                    }
                }
            }
        }
        List<String> ids = Arrays.stream(DiagnosticCode.values())
                .filter(code -> !code.isOfModules())
                .map(DiagnosticCode::id)
                .toList();
        assertThat(failing).as("codes that some case provokes").containsAll(ids);
        // Nothing that an author writes repairs a defect of the processor.
        repaired.add(DiagnosticCode.INTERNAL.id());
        assertThat(repaired).as("codes of which some case shows the repair").containsAll(ids);
    }

    private void run(Path folder, Compiler compiler) throws IOException {
        Path in = folder.resolve("in").toAbsolutePath();
        Path out =
                Files.createDirectories(temporary.resolve(folder.getFileName()).resolve(compiler.name()));
        Compiler.Outcome outcome =
                compiler.compile(in, out, options(folder.resolve("options.txt"), in), new KlpProcessor());

        List<Message> messages = Message.sorted(outcome.diagnostics(), in);
        boolean refused = messages.stream().anyMatch(Message::isError);
        assertThat(outcome.success()).as("%s", outcome.diagnostics()).isEqualTo(!refused);
        if (!folder.getFileName().toString().startsWith(UNCOMPILABLE)) {
            // Opinions of the compiler do not count: ecj warns of any key in @SuppressWarnings that is not its own.
            assertThat(messages).as("errors of the compiler itself").noneMatch(m -> m.isError() && !m.isOurs());
        }

        Map<String, byte[]> actual = generated(out);
        if (refused || hasTree(folder.resolve("expected"))) {
            new Golden(folder.resolve("expected")).assertHolds(actual, name -> !name.startsWith("diagnostics"));
        } else {
            assertThat(actual.keySet()).anyMatch(name -> name.matches("klp/.*/Makefile"));
        }
        String ours = Message.print(messages.stream().filter(Message::isOurs).toList());
        assertDiagnostics(folder.resolve("expected"), compiler, ours);
    }

    /** A case that is about a warning alone need not tell what is generated. */
    private static boolean hasTree(Path expected) {
        return Files.isDirectory(expected.resolve("klp")) || !Files.exists(expected.resolve(DIAGNOSTICS));
    }

    /** ecj underlines a member's name and not its value: only javac's columns are compared. */
    private static void assertDiagnostics(Path expected, Compiler compiler, String actual) throws IOException {
        Path golden = expected.resolve(DIAGNOSTICS);
        if (compiler == Compiler.JAVAC) {
            Golden.assertText(golden, actual);
            return;
        }
        Path exception = expected.resolve(DIAGNOSTICS_OF_ECJ);
        if (Files.exists(exception)) {
            Golden.assertText(exception, actual);
        } else {
            String text = Files.exists(golden) ? Files.readString(golden) : "";
            assertThat(Message.withoutColumns(actual)).isEqualTo(Message.withoutColumns(text));
        }
    }

    /** The tree and the companions, but no class files. */
    private static Map<String, byte[]> generated(Path out) {
        Map<String, byte[]> files = new TreeMap<>(Golden.below(out));
        files.keySet().removeIf(name -> name.endsWith(".class"));
        files.putAll(Golden.below(Compiler.generatedSources(out)));
        return files;
    }

    private List<String> repairedOptions(Path folder, Path in) throws IOException {
        Path own = folder.resolve("repaired-options.txt");
        return options(Files.exists(own) ? own : folder.resolve("options.txt"), in);
    }

    private List<String> options(Path file, Path in) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> line.replace("{in}", in.toString())
                                .replace("{kernels}", temporary.toString())
                                .replace("{classpath}", Compiler.annotations().toString()))
                        .toList()
                : List.of("-sourcepath", in.toString());
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
