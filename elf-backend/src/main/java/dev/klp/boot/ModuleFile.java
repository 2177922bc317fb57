package dev.klp.boot;

import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import dev.klp.io.WholeFile;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.Limit;
import dev.klp.kernel.modules.ModuleInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module's file, and what its modinfo says of it that must be known before it is loaded. */
final class ModuleFile {
    private final Path path;
    private final ByteBuffer content;
    private final String name;
    private final List<String> depends;

    private ModuleFile(Path path, ByteBuffer content, String name, List<String> depends) {
        this.path = path;
        this.content = content;
        this.name = name;
        this.depends = depends;
    }

    /**
     * Reads a module, compressed or not.
     *
     * @throws IOException if the file cannot be read or is no ELF file
     */
    static ModuleFile read(Path path) throws IOException {
        ElfFile elf = ElfFile.parse(path.toString(), unpacked(path));
        ModuleInfo info = moduleInfo(elf);
        @Nullable String name = info.first("name");
        return new ModuleFile(path, elf.bytes(), name == null ? kernelName(path) : name, info.depends());
    }

    /** Whether the name is that of a module's file. */
    static boolean isModule(Path path) {
        return path.toString().matches(".*\\.ko(\\.(xz|zst|gz))?");
    }

    /** The kernel's form of a module's name: {@code i2c-dev} is {@code i2c_dev} there. */
    static String kernelName(String name) {
        return name.replace('-', '_');
    }

    /** The name that kbuild gives to a module in this file. */
    static String kernelName(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.indexOf(".ko");
        return kernelName(dot < 0 ? name : name.substring(0, dot));
    }

    /** The file on the host. */
    Path path() {
        return path;
    }

    /** The module as the kernel takes it, unpacked. */
    ByteBuffer content() {
        return content.duplicate();
    }

    /** The module's name in the kernel. */
    String name() {
        return name;
    }

    /** The names of the modules that must be loaded before. */
    List<String> depends() {
        return depends;
    }

    private static ByteBuffer unpacked(Path path) throws IOException {
        byte[] bytes = WholeFile.read(path);
        @Nullable Compression compression = Compression.at(bytes, 0);
        return ByteBuffer.wrap(
                compression == null
                        ? bytes
                        : compression.unpack(path.toString(), bytes, 0, bytes.length, Limit.DEFAULT));
    }

    private static ModuleInfo moduleInfo(ElfFile elf) throws IOException {
        @Nullable SectionHeader section = elf.firstNamed(ModuleInfo.SECTION);
        if (section == null) {
            return ModuleInfo.parse(new byte[0]);
        }
        ByteBuffer content = elf.content(section);
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        try {
            return ModuleInfo.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw elf.malformed(section, section.offset(), String.valueOf(e.getMessage()));
        }
    }
}
