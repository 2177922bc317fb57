package dev.klp.livepatch;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.compression.Compression;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the file of a kernel module and refuses the wrappings in which modules come: compression and a signature. */
public final class ModuleFile {
    /** {@code MODULE_SIG_STRING} of include/linux/module_signature.h: the last bytes of a signed module. */
    private static final byte[] SIGNATURE_MARK = "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);

    private ModuleFile() {}

    /**
     * Reads a whole file.
     *
     * @throws ElfFormatException if it is no ELF file, is compressed, or carries a signature
     * @throws IOException if it cannot be read
     */
    public static ElfFile read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a folder, not a module");
        }
        byte[] bytes = Files.readAllBytes(path);
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
        int mark = bytes.length - SIGNATURE_MARK.length;
        if (mark >= 0 && Arrays.equals(bytes, mark, bytes.length, SIGNATURE_MARK, 0, SIGNATURE_MARK.length)) {
            throw new ElfFormatException(
                    name,
                    mark,
                    null,
                    "the module ends with a signature, which any change makes invalid; convert it before it is signed");
        }
        return file;
    }
}
