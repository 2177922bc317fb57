package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as authors use it: alone on the processor path. */
class ShadedJarIT {
    private static final Path JAR = Path.of(System.getProperty("klp.processor.jar", "none given"));

    @TempDir
    Path temporary;

    @Test
    void bringsNoLibraryUnderItsOwnName() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .allMatch(
                            name -> name.startsWith("dev/klp/") || name.startsWith("META-INF/") || name.equals("dev/"))
                    .noneMatch(name -> name.startsWith("dev/klp/annotations/"))
                    .noneMatch(name -> name.startsWith("META-INF/versions/"))
                    .contains("META-INF/LICENSE", "META-INF/NOTICE");
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.matches("META-INF/services/.+")))
                    .containsExactly("META-INF/services/javax.annotation.processing.Processor");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.klp.processor");
        }
    }

    @Test
    void generatesTheSameAsFromItsParts() throws IOException, InterruptedException {
        Path folder = CaseTest.CASES.resolve("cmdline");
        Path in = folder.resolve("in").toAbsolutePath();
        Path out = Files.createDirectories(temporary.resolve("out"));
        Path log = temporary.resolve("log");
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-Werror",
                        "--release",
                        "17",
                        "-processorpath",
                        JAR.toString(),
                        "-classpath",
                        Compiler.annotations().toString(),
                        "-sourcepath",
                        in.toString(),
                        "-d",
                        out.toString(),
                        in.resolve("demo/CmdlinePatch.java").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(javac.waitFor()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).isEmpty();
        TreeMap<String, byte[]> files = new TreeMap<>(Golden.below(out));
        files.keySet().removeIf(name -> name.endsWith(".class"));
        new Golden(folder.resolve("expected")).assertHolds(files, name -> true);
    }
}
