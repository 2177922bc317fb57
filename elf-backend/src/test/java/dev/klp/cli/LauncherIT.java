package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.ObjectFile;
import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the jar as the build leaves them. */
class LauncherIT {
    private static final Path JVMS = Path.of("/usr/lib/jvm");

    @TempDir
    Path folder;

    private static Path launcher() {
        return Requires.path(
                Path.of(System.getProperty("basedir", ""), "target", "klp").toAbsolutePath(), "run mvn package");
    }

    private Program.Result run(Map<String, String> environment, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "-u", "JAVA_HOME", "-u", "KLP_JAVA_OPTS"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        return Program.run(folder, command.toArray(new String[0]));
    }

    private static Program.Result version() {
        return new Program.Result(0, "klp " + Version.text() + "\n");
    }

    @Test
    void runsOnEveryJavaOfTheMachineAndAddsNothing() throws IOException {
        List<Path> homes;
        try (Stream<Path> found = Files.list(Requires.path(JVMS, "install a JDK there"))) {
            homes = found.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .sorted()
                    .toList();
        }
        assertThat(homes).isNotEmpty();
        for (Path home : homes) {
            assertThat(run(Map.of("JAVA_HOME", home.toString()), launcher(), "--version"))
                    .as(home.toString())
                    .isEqualTo(version());
        }
    }

    @Test
    void runsThroughSymbolicLinksAndFromAnywhere() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("a folder/bin"));
        Path absolute = Files.createSymbolicLink(bin.resolve("absolute"), launcher());
        Path relative = Files.createSymbolicLink(bin.resolve("klp"), Path.of("absolute"));
        assertThat(run(Map.of(), launcher(), "--version")).isEqualTo(version());
        assertThat(run(Map.of(), absolute, "--version")).isEqualTo(version());
        assertThat(run(Map.of(), relative, "--version")).isEqualTo(version());
        assertThat(run(Map.of(), folder.relativize(relative), "--version")).isEqualTo(version());
        assertThat(run(Map.of("PATH", bin + ":" + System.getenv("PATH")), Path.of("klp"), "--version"))
                .isEqualTo(version());
    }

    @Test
    void handsExitCodesAndArgumentsOn() throws IOException {
        Program.Result usage = run(Map.of(), launcher(), "convert", "two words", "--wrong option");
        assertThat(usage.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(usage.output()).contains("'--wrong option'");
        assertThat(run(Map.of(), launcher(), "convert", "-o", "a b", "two words"))
                .isEqualTo(new Program.Result(ExitCode.REFUSED, "klp: two words: no such file or folder\n"));
    }

    /** The jar has no more of BouncyCastle than is used; this uses all of that. */
    @Test
    void signs() throws IOException {
        Path module = ObjectFile.assemble(folder, "in.ko", ConvertContainerTest.SOURCE);
        Map<String, String> keys = Map.of(
                "rsa", "-newkey rsa:2048",
                "ec", "-newkey ec -pkeyopt ec_paramgen_curve:secp384r1");
        for (Map.Entry<String, String> key : keys.entrySet()) {
            String name = key.getKey();
            Program.output(
                    folder,
                    "sh",
                    "-c",
                    "openssl req -new -x509 -nodes -subj /CN=k " + key.getValue() + " -keyout " + name + ".pem -out "
                            + name + ".crt && openssl pkey -in " + name + ".pem -aes256 -passout pass:secret -out "
                            + name + ".pkcs8 && openssl " + name + (name.equals("rsa") ? " -traditional" : "") + " -in "
                            + name + ".pem -aes256 -passout pass:secret -out " + name + ".old && openssl x509 -in "
                            + name + ".crt -outform DER -out " + name + ".der");
            for (String form : List.of("pem", "pkcs8", "old")) {
                Path output = folder.resolve(name + "-" + form + ".ko");
                Program.Result run = run(
                        Map.of("KBUILD_SIGN_PIN", "secret"),
                        launcher(),
                        "convert",
                        "--sign",
                        name + "." + form,
                        name + (form.equals("pem") ? ".crt" : ".der"),
                        "--sign-hash",
                        "sha512",
                        "-o",
                        output.toString(),
                        module.toString());
                assertThat(run)
                        .isEqualTo(new Program.Result(0, output + ": 1 relocation against 1 symbol converted\n"));
            }
        }
        Program.Result wrong = run(
                Map.of("KBUILD_SIGN_PIN", "wrong"),
                launcher(),
                "convert",
                "--sign",
                "rsa.old",
                "rsa.crt",
                "--sign-hash",
                "sha512",
                "--in-place",
                module.toString());
        assertThat(wrong)
                .isEqualTo(new Program.Result(
                        ExitCode.REFUSED,
                        "klp: rsa.old: the private key cannot be opened with the passphrase in KBUILD_SIGN_PIN\n"));
    }

    @Test
    void saysWhichJavaIsMissing() throws IOException {
        assertThat(run(Map.of("JAVA_HOME", "/nowhere"), launcher(), "--version"))
                .isEqualTo(new Program.Result(1, "klp: JAVA_HOME is /nowhere, but there is no /nowhere/bin/java\n"));
        Path old = folder.resolve("jdk-11");
        Files.createSymbolicLink(Files.createDirectories(old.resolve("bin")).resolve("java"), Path.of("/bin/true"));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
        assertThat(run(Map.of("JAVA_HOME", old.toString()), launcher(), "--version"))
                .isEqualTo(
                        new Program.Result(1, "klp: " + old + "/bin/java is version 11.0.2; at least 17 is needed\n"));
    }

    @Test
    void takesItsClassesFromTheArchiveAndIgnoresAStaleOne() throws IOException {
        String home = System.getProperty("java.home");
        Path archive = Requires.path(
                launcher().resolveSibling("klp-" + System.getProperty("java.version") + ".jsa"),
                "this JVM cannot make class archives");
        Path log = folder.resolve("classes.txt");
        Map<String, String> environment = Map.of("JAVA_HOME", home, "KLP_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        assertThat(run(environment, launcher(), "--version")).isEqualTo(version());
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains(" dev.klp.") || (takesOldClasses() && line.contains(" picocli.")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("source: shared objects file"));

        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (Path file : List.of(launcher(), launcher().resolveSibling("klp.jar"), archive)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        assertThat(run(Map.of("JAVA_HOME", home), copy.resolve("klp"), "--version"))
                .isEqualTo(version());
        Files.delete(copy.resolve(archive.getFileName()));
        Files.writeString(copy.resolve(archive.getFileName()), "no archive");
        assertThat(run(Map.of("JAVA_HOME", home), copy.resolve("klp"), "--version"))
                .isEqualTo(version());
    }

    /**
     * Whether a class archive takes classes of formats older than Java 6's, as picocli's are: a JVM of 17 does so in a static
     * dump, one of 25 leaves most of them out.
     */
    private static boolean takesOldClasses() {
        return Runtime.version().feature() == 17;
    }
}
