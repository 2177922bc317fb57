package dev.klp.elf;

import java.util.ArrayList;
import java.util.List;

/** The program header table of one file: gABI 5, "Program Header". */
final class ProgramHeaders {
    /** {@code PN_XNUM}: the count is in {@code sh_info} of section 0. */
    private static final int EXTENDED_COUNT = 0xFFFF;

    private ProgramHeaders() {}

    static List<ProgramHeader> read(ElfFile file) throws ElfFormatException {
        ElfHeader header = file.header();
        long count = count(file);
        if (count == 0) {
            return List.of();
        }
        int size = file.format().programHeaderSize();
        if (header.programHeaderSize() != size) {
            throw file.malformed(0, "e_phentsize is " + header.programHeaderSize() + ", must be " + size);
        }
        long start = header.programHeaderOffset();
        if (!file.within(start, count * size)) {
            throw file.malformed(
                    start,
                    "the program header table at e_phoff 0x" + Long.toHexString(start) + " with " + count
                            + " entries reaches beyond the end of the file, 0x" + Integer.toHexString(file.size()));
        }
        List<ProgramHeader> headers = new ArrayList<>((int) count);
        for (int index = 0; index < count; index++) {
            headers.add(ProgramHeader.read(file.format(), file.bytes(), (int) start + index * size));
        }
        return List.copyOf(headers);
    }

    /** The byte after the table, which {@link #read} has checked; 0 without one. */
    static long end(ElfFile file) {
        long count = count(file);
        return count == 0
                ? 0
                : file.header().programHeaderOffset() + count * file.format().programHeaderSize();
    }

    private static long count(ElfFile file) {
        int stored = file.header().programHeaderCount();
        return stored == EXTENDED_COUNT && file.sectionCount() > 0
                ? file.section(0).info()
                : stored;
    }
}
