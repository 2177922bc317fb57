package dev.klp.kernel.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.io.WholeFile;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kernel as it is loaded into memory, out of whatever file it was shipped in: {@code vmlinuz}, {@code bzImage}, {@code Image},
 * {@code Image.gz}, {@code zImage}, {@code vmlinux}. The form is recognised by content, never by name.
 */
public final class KernelImage {
    private final String file;
    private final ByteBuffer bytes;
    private final @Nullable ElfFormat format;
    private final @Nullable ElfFile elf;
    private final AddressMap addresses;
    private final List<String> layers;

    KernelImage(
            String file,
            byte[] bytes,
            @Nullable ElfFormat format,
            @Nullable ElfFile elf,
            AddressMap addresses,
            List<String> layers) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        this.format = format;
        this.elf = elf;
        this.addresses = addresses;
        this.layers = List.copyOf(layers);
    }

    /**
     * Reads and unpacks an image.
     *
     * @throws KernelFormatException if it is not a kernel image, or a damaged one
     * @throws ElfFormatException if the kernel in it is an ELF file whose headers contradict its size
     */
    public static KernelImage read(Path path) throws IOException {
        WholeFile.requireReadable(path);
        long size = Files.size(path);
        if (size > Limit.DEFAULT.bytes()) {
            throw new KernelFormatException(
                    path.toString(),
                    "has %,d bytes, more than any kernel image: %,d".formatted(size, Limit.DEFAULT.bytes()));
        }
        return read(path.toString(), WholeFile.read(path), Limit.DEFAULT);
    }

    /**
     * Unpacks an image.
     *
     * @param file its name, for messages
     * @param bytes the whole file; must not be changed afterwards
     * @param limit how large it may become
     * @throws KernelFormatException if it is not a kernel image, or a damaged one
     * @throws ElfFormatException if the kernel in it is an ELF file whose headers contradict its size
     */
    public static KernelImage read(String file, byte[] bytes, Limit limit) throws IOException {
        return new ImageReader(file, limit).read(bytes);
    }

    /** The name of the file it came from, for messages. */
    public String file() {
        return file;
    }

    /** The unpacked kernel, read-only; its byte order is the kernel's where {@link #format()} knows it. */
    public ByteBuffer bytes() {
        ByteBuffer view = bytes.duplicate();
        return format == null ? view : view.order(format.order());
    }

    /** Word size and byte order, or null where nothing but the kernel's own tables tells them (s390). */
    public @Nullable ElfFormat format() {
        return format;
    }

    /** The unpacked kernel as an ELF file, or null if it has no headers (arm64, s390). */
    public @Nullable ElfFile elf() {
        return elf;
    }

    /** Which bytes lie at which address. */
    public AddressMap addresses() {
        return addresses;
    }

    /** What was taken off or recognised, from the outside in, such as {@code [x86 boot image, xz]}. */
    public List<String> layers() {
        return layers;
    }
}
