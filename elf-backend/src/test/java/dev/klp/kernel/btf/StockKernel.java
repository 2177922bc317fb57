package dev.klp.kernel.btf;

import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import dev.klp.kernel.vmlinux.Vmlinux;
import dev.klp.testing.KernelCache;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A distribution's kernel in the cache, with its BTF. */
public record StockKernel(String release, Btf btf) {
    /** All kernels in the cache that are built with BTF; the test goes on only if there is one. */
    public static List<String> releases() throws IOException {
        return releases(true);
    }

    /** All kernels in the cache that are built with BTF, or without, as their configuration says. */
    static List<String> releases(boolean withBtf) throws IOException {
        Path folder = Requires.path(KernelCache.debian(), "unpack a kernel image package there");
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> all = entries.map(entry -> entry.getFileName().toString())
                    .filter(release -> Files.exists(path(release)))
                    .sorted()
                    .toList();
            Requires.that(!all.isEmpty(), "there is no boot/vmlinuz-* below " + folder);
            List<String> chosen = new ArrayList<>();
            for (String release : all) {
                Path configuration = path(release).resolveSibling("config-" + release);
                if (Files.readAllLines(configuration).contains("CONFIG_DEBUG_INFO_BTF=y") == withBtf) {
                    chosen.add(release);
                }
            }
            return chosen;
        }
    }

    /** The BTF of a release, or null. */
    static @Nullable Btf find(String release) throws IOException {
        Path image = Requires.path(path(release), "unpack the kernel image package of " + release + " there");
        ByteBuffer bytes = Vmlinux.read(image).btf().orElse(null);
        return bytes == null ? null : Btf.parse(image.toString(), bytes);
    }

    /** The kernel of a release, which must be in the cache. */
    public static StockKernel read(String release) throws IOException {
        return new StockKernel(release, Objects.requireNonNull(find(release), "the kernel has no BTF"));
    }

    /** The BTF of one of its uncompressed modules. */
    public Btf module(Path file) throws IOException {
        ElfFile module = ElfFile.map(file);
        SectionHeader section = Objects.requireNonNull(module.firstNamed(".BTF"), () -> file + " has no BTF");
        return Btf.parse(file.toString(), module.content(section), btf);
    }

    private static Path path(String release) {
        return KernelCache.debian().resolve(release).resolve("boot/vmlinuz-" + release);
    }
}
