package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.kallsyms.Kallsyms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a kernel image tells. What is marked by data symbols (ftrace records, type information, exports) is there if the
 * kernel has {@code CONFIG_KALLSYMS_ALL}, or the image ELF sections or symbols.
 */
public final class Vmlinux {
    private final KernelImage image;
    private final Kallsyms symbols;
    private final NamedAddresses names;
    private final KernelMemory memory;
    private final String banner;

    private Vmlinux(KernelImage image, Kallsyms symbols, String banner) throws ElfFormatException {
        this.image = image;
        this.symbols = symbols;
        this.banner = banner;
        names = NamedAddresses.of(image, symbols);
        memory = new KernelMemory(image, symbols.format(), LinkBase.of(image, symbols, names));
    }

    /**
     * Unpacks an image and decodes its symbols.
     *
     * @throws KernelFormatException if it is not a kernel image, a damaged one, or has no symbol table
     * @throws ElfFormatException if the kernel is an ELF file whose headers contradict its size
     */
    public static Vmlinux read(Path path) throws IOException {
        return of(KernelImage.read(path));
    }

    /**
     * Decodes the symbols of an image.
     *
     * @throws KernelFormatException if it has no symbol table, or does not say its release
     * @throws ElfFormatException if its ELF sections contradict its size
     */
    public static Vmlinux of(KernelImage image) throws IOException {
        String banner = Banner.find(image);
        if (banner == null) {
            throw new KernelFormatException(image.file(), "no text 'Linux version RELEASE' in the kernel");
        }
        return new Vmlinux(image, Kallsyms.decode(image), banner);
    }

    /** The unpacked image. */
    public KernelImage image() {
        return image;
    }

    /** All symbols in the kernel's order. */
    public Kallsyms symbols() {
        return symbols;
    }

    /** What {@code /proc/version} prints, without the line end. */
    public String banner() {
        return banner;
    }

    /** What {@code uname -r} prints. */
    public String release() {
        return Banner.release(banner);
    }

    /**
     * The build's {@code .config}, if the kernel carries it ({@code CONFIG_IKCONFIG}).
     *
     * @throws KernelFormatException if it is damaged
     */
    public Optional<String> config() throws KernelFormatException {
        return EmbeddedConfig.find(image);
    }

    /** Which places ftrace can change; empty if the image does not tell. */
    public Optional<FtraceRecords> ftraceRecords() {
        return McountLocations.read(image, symbols, names, memory);
    }

    /**
     * What the kernel exports, in table order; empty if the image does not tell.
     *
     * @throws ElfFormatException if a section name is outside the file
     */
    public List<KernelExport> exports() throws ElfFormatException {
        return ExportTables.read(names, memory);
    }

    /**
     * The type information, read-only and in the kernel's byte order; empty without {@code CONFIG_DEBUG_INFO_BTF}.
     *
     * @throws ElfFormatException if a section name is outside the file
     */
    public Optional<ByteBuffer> btf() throws ElfFormatException {
        return BtfSection.find(image, names, memory);
    }

    /** A part of the kernel, if its marks are known. */
    public Optional<AddressRange> range(KernelRange range) {
        return names.between(range.start(), range.end());
    }
}
