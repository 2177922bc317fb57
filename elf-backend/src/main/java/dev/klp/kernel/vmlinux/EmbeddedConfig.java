package dev.klp.kernel.vmlinux;

import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.Limit;
import dev.klp.kernel.image.KernelImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The build's {@code .config} that {@code CONFIG_IKCONFIG} puts into the kernel, gzipped, behind a mark made for tools
 * ({@code kernel/configs.c}; {@code scripts/extract-ikconfig} looks for it too).
 */
final class EmbeddedConfig {
    private static final String START = "IKCFG_ST";
    private static final String END = "IKCFG_ED";
    private static final Limit LIMIT = new Limit(16 << 20);

    private EmbeddedConfig() {}

    static Optional<String> find(KernelImage image) throws KernelFormatException {
        ByteBuffer bytes = image.bytes();
        int start = new ByteSearch(START).indexOf(bytes, 0);
        int end = start < 0 ? -1 : new ByteSearch(END).indexOf(bytes, start);
        if (end < 0) {
            return Optional.empty();
        }
        byte[] packed = new byte[end - start - START.length()];
        bytes.get(start + START.length(), packed);
        byte[] text = Compression.GZIP.unpack(image.file(), packed, 0, packed.length, LIMIT);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }
}
