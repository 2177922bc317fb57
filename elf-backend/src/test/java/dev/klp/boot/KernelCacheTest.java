package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCacheTest {
    @TempDir
    Path folder;

    @Test
    void liesWhereTheEnvironmentSays() {
        assertThat(KernelCache.of(Map.of("HOME", "/h")).root()).isEqualTo(Path.of("/h/.cache/klp"));
        assertThat(KernelCache.of(Map.of("HOME", "/h", "XDG_CACHE_HOME", "/x")).root())
                .isEqualTo(Path.of("/x/klp"));
        assertThat(KernelCache.of(Map.of("XDG_CACHE_HOME", "/x", "KLP_CACHE", "/k"))
                        .root())
                .isEqualTo(Path.of("/k"));
        assertThat(KernelCache.of(Map.of("HOME", "/h", "KLP_CACHE", "")).root()).isEqualTo(Path.of("/h/.cache/klp"));
    }

    @Test
    void findsKernelsWithTheirModules() throws IOException {
        Path kernel = folder.resolve("debian/6.1.0-1-amd64");
        Files.createDirectories(kernel.resolve("lib/modules/6.1.0-1-amd64"));
        Files.createDirectories(kernel.resolve("boot"));
        Files.createFile(kernel.resolve("boot/vmlinuz-6.1.0-1-amd64"));
        Files.createDirectories(folder.resolve("debian/half-unpacked"));
        KernelCache cache = new KernelCache(folder);

        assertThat(cache.debianReleases()).containsExactly("6.1.0-1-amd64");
        assertThat(cache.debian("6.1.0-1-amd64").modules()).isEqualTo(kernel.resolve("lib/modules/6.1.0-1-amd64"));
        assertThatThrownBy(() -> cache.debian("5.10"))
                .isInstanceOf(BootException.class)
                .hasMessage("no kernel 5.10 in " + folder + ", which holds: 6.1.0-1-amd64");
    }

    @Test
    void anEmptyCacheHoldsNothing() throws IOException {
        assertThat(new KernelCache(folder.resolve("none")).debianReleases()).isEmpty();
    }
}
