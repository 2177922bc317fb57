package dev.klp.livepatch;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.io.WholeFile;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Reads the file of a kernel module and refuses the wrappings in which modules come: compression and a signature. */
public final class ModuleFile {
    private ModuleFile() {}

    /**
     * Reads a whole file to look at it: a compressed one is unpacked, a signature is left where it is.
     *
     * @throws KernelFormatException if its compression is broken
     * @throws IOException if it cannot be read
     */
    public static ByteBuffer unpacked(Path path) throws IOException {
        byte[] bytes = WholeFile.read(path);
        Compression compression = bytes.length > 0 && bytes[0] != 0x7F ? Compression.at(bytes, 0) : null;
        return ByteBuffer.wrap(
                compression == null
                        ? bytes
                        : compression.unpack(path.toString(), bytes, 0, bytes.length, Limit.DEFAULT));
    }

    /**
     * Reads a whole file to change it.
     *
     * @throws ElfFormatException if it is no ELF file, is compressed, or carries a signature
     * @throws IOException if it cannot be read
     */
    public static ElfFile read(Path path) throws IOException {
        byte[] bytes = WholeFile.read(path);
        String name = path.toString();
        if (bytes.length > 0 && bytes[0] != 0x7F) {
            Compression compression = Compression.at(bytes, 0);
            if (compression != null) {
                throw new ElfFormatException(
                        name,
                        0,
                        null,
                        "the module is compressed with " + compression.label() + "; decompress it first");
            }
        }
        ElfFile file = ElfFile.parse(name, ByteBuffer.wrap(bytes));
        ModuleSignature signature = ModuleSignature.of(file.bytes());
        if (signature != null) {
            throw new ElfFormatException(
                    name,
                    signature.markOffset(),
                    null,
                    "the module ends with a signature, which any change makes invalid; convert it before it is signed");
        }
        return file;
    }
}
