package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as authors use it: alone on the processor path. */
class ShadedJarIT {
    @TempDir
    Path temporary;

    @Test
    void bringsNoLibraryUnderItsOwnName() throws IOException {
        try (JarFile jar = new JarFile(ProcessorJar.PATH.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .allMatch(
                            name -> name.startsWith("dev/klp/") || name.startsWith("META-INF/") || name.equals("dev/"))
                    .noneMatch(name -> name.startsWith("dev/klp/annotations/"))
                    .noneMatch(name -> name.startsWith("META-INF/versions/"))
                    .noneMatch(name -> name.matches(".*(picocli|progressbar|difflib).*"))
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
        String log = ProcessorJar.compile(in, "demo/CmdlinePatch.java", out, Map.of())
                .assertSucceeded()
                .log();
        assertThat(log).contains("no kernel is named").contains("-Aklp.kernel=");
        TreeMap<String, byte[]> files = new TreeMap<>(Golden.below(out));
        files.keySet().removeIf(name -> name.endsWith(".class"));
        new Golden(folder.resolve("expected")).assertHolds(files, name -> true);
    }
}
