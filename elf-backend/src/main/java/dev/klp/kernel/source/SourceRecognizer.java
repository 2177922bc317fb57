package dev.klp.kernel.source;

import dev.klp.elf.ElfFile;
import dev.klp.elf.FileType;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.SourceKind;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.modules.ModuleReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a file is, from its content and never from its name. */
public final class SourceRecognizer {
    private static final Pattern SYMVERS = Pattern.compile("0x[0-9a-f]{1,8}\t\\S+\t.*");
    private static final Pattern ADDRESS_LINE = Pattern.compile("[0-9a-f]{8}([0-9a-f]{8})? [a-zA-Z?] \\S.*");
    private static final Pattern CONFIG = Pattern.compile("CONFIG_[A-Za-z0-9_]+=.*|# CONFIG_[A-Za-z0-9_]+ is not set");
    private static final Pattern MODULE_PATH = Pattern.compile("\\S+/\\S+\\.ko");
    private static final Pattern BUILTIN_MODINFO = Pattern.compile("[A-Za-z0-9_]+\\.[A-Za-z0-9_]+=.*", Pattern.DOTALL);

    /** A configuration begins with comments. */
    private static final int LINES_TO_LOOK_AT = 50;

    private static final int TEXT_SAMPLE = 1 << 16;

    private SourceRecognizer() {}

    /**
     * What the bytes of a file are.
     *
     * @param file its name, for messages
     * @param content its bytes, a whole-file compression taken off
     * @throws KernelFormatException if they are nothing that says anything of a kernel, or a list of modules that exist already
     * @throws IOException if they are a damaged ELF file
     */
    public static SourceKind recognize(String file, byte[] content) throws IOException {
        if (content.length == 0) {
            throw new KernelFormatException(file, "is empty");
        }
        if (isElf(content)) {
            return recognizeElf(ElfFile.parse(file, ByteBuffer.wrap(content)));
        }
        SourceKind text = isBinary(content) ? builtinModinfo(content) : recognizeText(file, content);
        return text == null ? SourceKind.KERNEL_IMAGE : text;
    }

    /** The compression of a whole file, or null if there is none. */
    public static @Nullable Compression compression(byte[] content) {
        Compression compression = Compression.at(content, 0);
        // The magic of lzma is two zero bytes and a letter, too little to take a text or an image for it.
        return compression == Compression.LZMA && !isBinary(content) ? null : compression;
    }

    private static boolean isElf(byte[] content) {
        return content.length > 4 && content[0] == 0x7F && content[1] == 'E' && content[2] == 'L' && content[3] == 'F';
    }

    private static SourceKind recognizeElf(ElfFile elf) throws IOException {
        if (ModuleReader.isModule(elf)) {
            return SourceKind.MODULE;
        }
        if (elf.header().type() == FileType.ET_REL) {
            throw new KernelFormatException(
                    elf.name(),
                    "is an object file without .modinfo, not a module: name the .ko that it is linked into");
        }
        return SourceKind.KERNEL_IMAGE;
    }

    private static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, TEXT_SAMPLE); i++) {
            if (content[i] >= 0 && content[i] < '\t') {
                return true;
            }
        }
        return false;
    }

    private static @Nullable SourceKind builtinModinfo(byte[] content) {
        int end = 0;
        while (end < Math.min(content.length, TEXT_SAMPLE) && content[end] != 0) {
            end++;
        }
        String first = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        return BUILTIN_MODINFO.matcher(first).matches() ? SourceKind.MODULES_BUILTIN_MODINFO : null;
    }

    private static @Nullable SourceKind recognizeText(String file, byte[] content) throws KernelFormatException {
        TextLines lines = new TextLines(file, content);
        for (int i = 0; i < LINES_TO_LOOK_AT; i++) {
            String line = lines.next();
            if (line == null) {
                return null;
            }
            if (i == 0) {
                SourceKind byFirst = recognizeFirstLine(line);
                if (byFirst == SourceKind.SYSTEM_MAP && KallsymsText.namesModules(content)) {
                    return SourceKind.KALLSYMS_DUMP;
                }
                if (byFirst != null) {
                    return byFirst;
                }
            }
            if (CONFIG.matcher(line).matches()) {
                return SourceKind.CONFIG;
            }
        }
        return null;
    }

    private static @Nullable SourceKind recognizeFirstLine(String line) {
        if (line.startsWith(SymbolsKlp.MAGIC)) {
            return SourceKind.SYMBOLS_KLP;
        }
        if (SYMVERS.matcher(line).matches()) {
            return SourceKind.SYMVERS;
        }
        if (ADDRESS_LINE.matcher(line).matches()) {
            return SourceKind.SYSTEM_MAP;
        }
        return MODULE_PATH.matcher(line).matches() ? SourceKind.MODULES_BUILTIN : null;
    }
}
