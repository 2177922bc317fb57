package dev.klp.kernel.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.EmbeddedStream;
import dev.klp.kernel.compression.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes off what a kernel is wrapped in, layer by layer, until the kernel itself is left. */
final class ImageReader {
    private static final List<BootImage> BOOT_IMAGES =
            List.of(new X86BootImage(), new EfiZbootImage(), new PowerpcBootWrapper());
    /** A gzipped boot image with a compressed payload is two layers deep; more was made to keep us busy. */
    private static final int MOST_LAYERS = 4;

    private static final byte[] ELF_MAGIC = {0x7f, 'E', 'L', 'F'};
    /** {@code init/version.c}, {@code linux_banner}: every kernel says so of itself, uncompressed. */
    private static final byte[] BANNER = "Linux version ".getBytes(StandardCharsets.US_ASCII);

    /** {@code Documentation/arch/arm64/booting.rst}: the header's magic at byte 56, the flags at 24. */
    private static final int ARM64_MAGIC_AT = 56;

    private static final byte[] ARM64_MAGIC = {'A', 'R', 'M', 0x64};
    private static final int ARM64_FLAGS_AT = 24;

    private final String file;
    private final Limit limit;
    private final List<String> layers = new ArrayList<>();

    ImageReader(String file, Limit limit) {
        this.file = file;
        this.limit = limit;
    }

    KernelImage read(byte[] wrapped) throws IOException {
        byte[] bytes = wrapped;
        for (int depth = 0; depth <= MOST_LAYERS; depth++) {
            byte[] inner = unwrap(bytes);
            if (inner == null) {
                return kernel(bytes);
            }
            bytes = inner;
        }
        throw new KernelFormatException(file, "there are more than " + MOST_LAYERS + " layers of compression");
    }

    private byte @Nullable [] unwrap(byte[] bytes) throws IOException {
        for (BootImage form : BOOT_IMAGES) {
            BootImage.Payload payload = form.payload(file, bytes);
            if (payload != null) {
                layers.add(payload.form());
                Compression compression = Compression.at(bytes, payload.offset());
                if (compression == null) {
                    throw new KernelFormatException(
                            file,
                            payload.offset(),
                            "the payload of the %s is not compressed in a known way".formatted(payload.form()));
                }
                return unpack(compression, bytes, payload.offset(), payload.length());
            }
        }
        Compression compression = Compression.at(bytes, 0);
        return compression == null ? null : unpack(compression, bytes, 0, bytes.length);
    }

    private byte[] unpack(Compression compression, byte[] bytes, int offset, int length) throws IOException {
        layers.add(compression.label());
        return compression.unpack(file, bytes, offset, length, limit);
    }

    private KernelImage kernel(byte[] bytes) throws IOException {
        if (isElf(bytes)) {
            ElfFile elf = ElfFile.parse(file, ByteBuffer.wrap(bytes));
            return new KernelImage(file, bytes, elf.format(), elf, AddressMap.of(elf), layers);
        }
        if (matches(bytes, ARM64_MAGIC_AT, ARM64_MAGIC)) {
            layers.add("arm64 Image");
            return new KernelImage(file, bytes, arm64Format(bytes), null, AddressMap.flat(bytes.length), layers);
        }
        EmbeddedStream payload = EmbeddedStream.find(file, bytes, 0, ImageReader::looksLikeKernel, limit);
        if (payload != null) {
            layers.add(payload.compression().label());
            byte[] content = payload.content();
            return isElf(content) || matches(content, ARM64_MAGIC_AT, ARM64_MAGIC)
                    ? kernel(content)
                    : new KernelImage(file, content, null, null, AddressMap.flat(content.length), layers);
        }
        if (indexOf(bytes, BANNER) >= 0) {
            return new KernelImage(file, bytes, null, null, AddressMap.flat(bytes.length), layers);
        }
        throw new KernelFormatException(
                file,
                "this is not a kernel image: neither ELF, nor a boot image of a known form, nor a file with a compressed"
                        + " kernel in it");
    }

    private static ElfFormat arm64Format(byte[] bytes) {
        boolean bigEndian = (bytes[ARM64_FLAGS_AT] & 1) != 0;
        return new ElfFormat(true, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean looksLikeKernel(byte[] content) {
        return isElf(content) || indexOf(content, BANNER) >= 0;
    }

    static boolean isElf(byte[] bytes) {
        return matches(bytes, 0, ELF_MAGIC);
    }

    private static boolean matches(byte[] bytes, int offset, byte[] magic) {
        if (bytes.length - offset < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[offset + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && matches(bytes, i, wanted)) {
                return i;
            }
        }
        return -1;
    }
}
