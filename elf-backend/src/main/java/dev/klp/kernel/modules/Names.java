package dev.klp.kernel.modules;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.StringTable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names out of a string table, one character per byte, of bounded length: many names may overlap in the table, so that a small file
 * could otherwise claim strings of any total length.
 */
final class Names {
    /** {@code KSYM_NAME_LEN} is 512 (include/linux/kallsyms.h, since 6.1), and no section of a kernel has a longer name. */
    static final int LIMIT = 512;

    private final ElfFile file;
    private final @Nullable StringTable table;
    private final ByteBuffer bytes;

    private Names(ElfFile file, @Nullable StringTable table) {
        this.file = file;
        this.table = table;
        this.bytes = table == null ? ByteBuffer.allocate(0) : table.bytes();
    }

    static Names of(ElfFile file, StringTable table) {
        return new Names(file, table);
    }

    /** The names of sections. */
    static Names ofSections(ElfFile file) throws ElfFormatException {
        int index = file.sectionNamesIndex();
        return new Names(file, index == 0 ? null : file.strings(file.section(index)));
    }

    /** The first byte of a name, 0 for an empty one. */
    int firstByte(long offset) {
        return offset < bytes.limit() ? bytes.get((int) offset) : 0;
    }

    String get(long offset) throws ElfFormatException {
        if (table == null) {
            return "";
        }
        if (offset >= bytes.limit()) {
            throw file.malformed(
                    table.section(),
                    table.section().offset(),
                    "a name has offset " + offset + ", but the string table has " + bytes.limit() + " bytes");
        }
        int start = (int) offset;
        int end = start;
        int limit = Math.min(bytes.limit(), start + LIMIT);
        while (end < limit && bytes.get(end) != 0) {
            end++;
        }
        if (end == limit) {
            throw file.malformed(
                    table.section(),
                    table.section().offset() + offset,
                    "the name at offset " + offset + " does not end within " + (LIMIT - 1) + " bytes");
        }
        byte[] name = new byte[end - start];
        bytes.get(start, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
