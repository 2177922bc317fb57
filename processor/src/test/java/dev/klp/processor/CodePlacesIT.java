package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What gcc says of the author's C is said of the author's file and line, whichever compiler read the Java. */
class CodePlacesIT {
    private static final String PATCH = """
            package demo;

            import dev.klp.annotations.*;

            @KlpPatch(sources = "fix.c", headers = "linux/seq_file.h")
            interface P {
                @KlpObject
                interface Vmlinux {
                    @KlpFunc(newFunc = "new_show", code = ""\"
                            static int new_show(struct seq_file *m, void *v)
                            {
                                seq_puts(m, "patched\\\\n");
                                return unknown_in_java;
                            }
                            ""\")
                    void cmdline_proc_show();
                }
            }
            """;
    private static final int JAVA_LINE = 13;
    private static final String FIX = """
            static int fix(void)
            {
            	return unknown_in_c;
            }
            """;
    private static final int C_LINE = 3;

    @TempDir
    Path project;

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void gccNamesTheAuthorsFileAndLine(Compiler compiler) throws Exception {
        Path in = writeProject();

        String said = make(compile(compiler, "-sourcepath", in.toString()));

        assertThat(said)
                .contains("\ndemo/P.java:" + JAVA_LINE + ":", "unknown_in_java")
                .contains("\ndemo/fix.c:" + C_LINE + ":", "unknown_in_c");
        assertThat(make(project.resolve("target/classes/klp/p"), "SRC=" + in))
                .contains("\n" + in + "/demo/P.java:" + JAVA_LINE + ":", "return unknown_in_java;")
                .contains("\n" + in + "/demo/fix.c:" + C_LINE + ":");
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void gccNamesTheElementWhereTheJavaFileIsNotFound(Compiler compiler) throws Exception {
        Path in = writeProject();
        Files.createDirectories(project.resolve("c"));
        Files.copy(in.resolve("demo/fix.c"), project.resolve("c/fix.c"));

        String said = make(compile(compiler, "-Aklp.sources=" + project.resolve("c")));

        assertThat(said)
                .contains(
                        compiler == Compiler.JAVAC
                                ? "\ndemo/P.java:" + JAVA_LINE + ":"
                                : "/src/demo.P.Vmlinux.cmdline_proc_show.c:4:")
                .contains("\nfix.c:" + C_LINE + ":");
    }

    private Path writeProject() throws IOException {
        Path in = project.resolve("sources");
        Files.createDirectories(in.resolve("demo"));
        Files.writeString(in.resolve("demo/P.java"), PATCH);
        Files.writeString(in.resolve("demo/fix.c"), FIX);
        return in;
    }

    private Path compile(Compiler compiler, String... options) throws IOException {
        Path out = Files.createDirectories(project.resolve("target/classes"));
        Compiler.Outcome outcome =
                compiler.compile(project.resolve("sources"), out, List.of(options), new KlpProcessor());
        assertThat(outcome.success()).as("%s", outcome.diagnostics()).isTrue();
        return out.resolve("klp/p");
    }

    private static String make(Path tree, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("make", "-C", tree.toString(), "KDIR=" + headers(), "KLP=true"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "O", "KLP"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isNotZero();
        return said;
    }

    private static Path headers() throws IOException {
        Path installed = Path.of("/lib/modules");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> releases = Files.list(installed)) {
                List<Path> found = releases.map(release -> release.resolve("build"))
                        .filter(build -> Files.exists(build.resolve("Module.symvers")))
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
        }
        String reason = "no kernel headers below " + installed + " (examples/check installs them)";
        assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
        return Assumptions.abort(reason);
    }
}
