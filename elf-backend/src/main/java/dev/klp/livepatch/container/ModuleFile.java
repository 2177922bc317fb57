package dev.klp.livepatch.container;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.io.AtomicFile;
import dev.klp.io.WholeFile;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of a kernel module, read to change the module in it.
 *
 * @param elf the module, without compression and signature
 * @param compression how the file is compressed, or null if it is not
 * @param wasSigned whether a signature stood behind the module
 */
public record ModuleFile(ElfFile elf, @Nullable ModuleCompression compression, boolean wasSigned) {
    private static final byte ELF_MAGIC = 0x7F;
    private static final String EXTENSION = ".ko";

    /**
     * Reads a whole file to look at it: a compressed one is unpacked, a signature is left where it is.
     *
     * @throws KernelFormatException if its compression is broken
     * @throws IOException if it cannot be read
     */
    public static ByteBuffer unpacked(Path path) throws IOException {
        byte[] bytes = WholeFile.read(path);
        Compression form = form(bytes);
        return ByteBuffer.wrap(form == null ? bytes : unpack(path, bytes, form));
    }

    /**
     * Reads a whole file to change it.
     *
     * @param stripSignature whether a signature is left out; what changes a module makes it invalid
     * @throws ElfFormatException if it is no ELF file, is compressed in a form that no module comes in, or carries a signature
     *     that is not to be left out or whose extent is not known
     * @throws KernelFormatException if its compression is broken
     * @throws IOException if it cannot be read
     */
    public static ModuleFile read(Path path, boolean stripSignature) throws IOException {
        byte[] bytes = WholeFile.read(path);
        String name = path.toString();
        Compression form = form(bytes);
        if (form == null) {
            return of(name, ByteBuffer.wrap(bytes), null, stripSignature);
        }
        ModuleCompression compression = ModuleCompression.of(form);
        if (compression == null) {
            throw new ElfFormatException(
                    name,
                    0,
                    null,
                    "the file is compressed with " + form.label() + ", which no module is; those come as .ko, .ko.gz,"
                            + " .ko.xz or .ko.zst");
        }
        return of(name, ByteBuffer.wrap(unpack(path, bytes, form)), compression, stripSignature);
    }

    private static ModuleFile of(
            String name, ByteBuffer bytes, @Nullable ModuleCompression compression, boolean stripSignature)
            throws ElfFormatException {
        ModuleSignature signature = ModuleSignature.of(bytes);
        if (signature == null) {
            return new ModuleFile(ElfFile.parse(name, bytes), compression, false);
        }
        ElfFile.parse(name, bytes);
        if (!stripSignature) {
            throw new ElfFormatException(
                    name,
                    signature.markOffset(),
                    null,
                    "the module ends with a signature, which any change makes invalid; --strip-signature leaves it out");
        }
        if (!signature.isWellFormed()) {
            throw new ElfFormatException(
                    name,
                    signature.markOffset(),
                    null,
                    "the signature at the module's end is damaged: its length would be " + signature.sizeBytes()
                            + " bytes, its type " + signature.type() + " instead of 2 (PKCS#7)");
        }
        return new ModuleFile(ElfFile.parse(name, bytes.slice(0, signature.offset())), compression, true);
    }

    /**
     * Writes a module into a file, compressed as this one is; the file is replaced as a whole or not at all.
     *
     * @param target the file; its name must not say that it is compressed otherwise
     * @param model a file whose permissions a new target takes
     * @param signer what signs it, or null for no signature
     * @param module writes the module, without compression and signature
     * @throws IOException if it cannot be written or signed
     */
    public void write(Path target, Path model, @Nullable ModuleSigner signer, AtomicFile.Body module)
            throws IOException {
        requireName(target);
        if (compression == null && signer == null) {
            AtomicFile.write(target, model, module);
            return;
        }
        ByteCollector collected = new ByteCollector();
        module.writeTo(collected);
        byte[] bytes = collected.bytes();
        byte[] signed = signer == null ? bytes : ModuleSignature.append(bytes, signer.sign(bytes));
        ByteBuffer packed = ByteBuffer.wrap(compression == null ? signed : compression.pack(signed));
        AtomicFile.write(target, model, channel -> channel.write(packed));
    }

    /** Programs go by the bytes and people by the name: the two should not say different things. */
    private void requireName(Path target) throws FileSystemException {
        String name = String.valueOf(target.getFileName());
        int extension = name.lastIndexOf(EXTENSION);
        String wanted = compression == null ? "" : compression.suffix();
        if (extension >= 0) {
            String suffix = name.substring(extension + EXTENSION.length());
            boolean saysForm = suffix.isEmpty() || isKnown(suffix);
            if (saysForm && !suffix.equals(wanted)) {
                throw new FileSystemException(
                        target.toString(),
                        null,
                        "the module comes " + (compression == null ? "uncompressed" : "as " + EXTENSION + wanted)
                                + " and is written so; call it "
                                + name.substring(0, extension) + EXTENSION + wanted);
            }
        }
    }

    private static boolean isKnown(String suffix) {
        for (ModuleCompression known : ModuleCompression.values()) {
            if (known.suffix().equals(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Compression form(byte[] bytes) {
        return bytes.length > 0 && bytes[0] != ELF_MAGIC ? Compression.at(bytes, 0) : null;
    }

    private static byte[] unpack(Path path, byte[] bytes, Compression form) throws KernelFormatException {
        return form.unpack(path.toString(), bytes, 0, bytes.length, Limit.DEFAULT);
    }
}
