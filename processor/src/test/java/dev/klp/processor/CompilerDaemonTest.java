package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A build daemon or an IDE compiles for days in one process. */
class CompilerDaemonTest {
    private static final Path IN = Path.of("src/test/resources/cases/derived-position/in");

    private static final int WARM_UP = 20;

    /** What would stay if something kept a compilation: our own objects, the templates', and both compilers' models. */
    private static final Pattern WATCHED = Pattern.compile(
            "\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(dev\\.klp\\.|freemarker\\.|com\\.sun\\.tools\\.javac\\.code\\."
                    + "|org\\.eclipse\\.jdt\\.internal\\.compiler\\.lookup\\.).*");

    @TempDir
    Path folder;

    private Path index;

    @BeforeEach
    void writeKernels() throws IOException {
        TestKernel.writeAll(folder);
        index = folder.resolve("kernel.klpindex");
        install("6.1.0-small");
    }

    /** Puts an index where another one may be, as a tool does that writes a new file and renames it. */
    private void install(String kernel) throws IOException {
        Path copy = Files.copy(folder.resolve(kernel + ".klpindex"), folder.resolve("new"));
        Files.move(copy, index, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path compile(Compiler compiler, String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        Compiler.Outcome outcome = compiler.compile(
                IN, out, List.of("-sourcepath", IN.toString(), "-Aklp.kernel=" + index), new KlpProcessor());
        assertThat(outcome.success()).as("%s", outcome.diagnostics()).isTrue();
        return out;
    }

    private static List<String> releases(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith("-small"))
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    /** The files that the process has open. */
    private static List<String> openFiles() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    open.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        return open;
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void anIndexCanBeReplacedBetweenCompilations(Compiler compiler) throws IOException {
        assertThat(releases(compile(compiler, "first"))).containsExactly("6.1.0-small");
        assertThat(openFiles()).noneMatch(file -> file.contains(".klpindex") || file.startsWith(folder.toString()));
        install("6.12.0-small");
        assertThat(releases(compile(compiler, "second"))).containsExactly("6.12.0-small");
        Files.delete(index);
        assertThat(openFiles()).noneMatch(file -> file.contains(".klpindex"));
    }

    @ParameterizedTest
    @CsvSource({"JAVAC, 200", "ECJ, 50"})
    void keepsNothingOfManyCompilations(Compiler compiler, int compilations) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            compile(compiler, "warm");
        }
        long before = watchedObjects();
        for (int i = 0; i < compilations; i++) {
            compile(compiler, "again");
        }
        // One object kept of each compilation would be as many as there were compilations.
        assertThat(watchedObjects() - before).isLessThan(compilations / 2);
    }

    /** How many objects of the watched classes are reachable: the JVM collects garbage before it counts. */
    private static long watchedObjects() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        long count = 0;
        for (String line : String.valueOf(histogram).lines().toList()) {
            Matcher matcher = WATCHED.matcher(line);
            if (matcher.matches()) {
                count += Long.parseLong(matcher.group(1));
            }
        }
        assertThat(count).as("objects of the processor's own classes").isPositive();
        return count;
    }
}
