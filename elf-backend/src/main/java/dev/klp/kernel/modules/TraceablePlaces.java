package dev.klp.kernel.modules;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.Machine;
import dev.klp.elf.RelocationTable;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolTable;
import dev.klp.elf.SymbolType;
import java.util.Arrays;

/**
 * The places in a module that ftrace can redirect: the relocations of {@code __mcount_loc}, or of
 * {@code __patchable_function_entries} where the compiler makes the list (arm64, riscv, loongarch). x86-64 with padding before its
 * functions has both, the latter for other uses ({@code FTRACE_CALLSITE_SECTION} in include/linux/ftrace.h).
 */
final class TraceablePlaces {
    private static final byte[] MCOUNT_LOC = "__mcount_loc".getBytes(US_ASCII);
    private static final byte[] PATCHABLE_FUNCTION_ENTRIES = "__patchable_function_entries".getBytes(US_ASCII);

    /**
     * With {@code -fpatchable-function-entry=4,2} (arm64 from 6.3 on) a record names the two NOPs before its function, and
     * {@code ftrace_call_adjust} in arch/arm64/kernel/ftrace.c adds their size.
     */
    private static final int NOPS_BEFORE_FUNCTION = 8;

    /**
     * {@code FTRACE_MCOUNT_MAX_OFFSET}: what is farther from its function's address is the remainder of an overridden weak function
     * and never enabled. x86 has room for an {@code endbr64}, powerpc 64 for setting up the table of contents and saving the link
     * register; others set no limit.
     */
    private static final int FARTHEST_X86 = 4;

    private static final int FARTHEST_PPC64 = 16;

    private final long[] places;
    private final long farthest;

    private TraceablePlaces(long[] places, long farthest) {
        this.places = places;
        this.farthest = farthest;
    }

    static TraceablePlaces read(ElfFile file, SymbolTable symbols) throws ElfFormatException {
        byte[] list = file.firstNamed("__mcount_loc") == null ? PATCHABLE_FUNCTION_ENTRIES : MCOUNT_LOC;
        long[] places = {};
        for (SectionHeader section : file.sections()) {
            if (isRelocatedList(file, section, list)) {
                places = concat(places, places(file.relocations(section), symbols));
            }
        }
        Arrays.sort(places);
        if (file.header().machine() == Machine.EM_AARCH64) {
            moveIntoFunctions(places, symbols);
        }
        return new TraceablePlaces(places, farthest(file.header().machine()));
    }

    private static long farthest(int machine) {
        return switch (machine) {
            case Machine.EM_X86_64, Machine.EM_386 -> FARTHEST_X86;
            case Machine.EM_PPC64 -> FARTHEST_PPC64;
            default -> Integer.MAX_VALUE;
        };
    }

    /** Only relocations with addends are read: the 32-bit architectures that use the other form have no livepatching. */
    private static boolean isRelocatedList(ElfFile file, SectionHeader section, byte[] list) throws ElfFormatException {
        if (section.type() != SectionType.SHT_RELA) {
            return false;
        }
        return file.isNamed(file.infoLinked(section), list);
    }

    private static long[] places(RelocationTable relocations, SymbolTable symbols) throws ElfFormatException {
        long[] places = new long[relocations.count()];
        for (int i = 0; i < places.length; i++) {
            int symbol = relocations.symbol(i, symbols.count());
            places[i] = place(symbols.definingSection(symbol), symbols.value(symbol) + relocations.addend(i));
        }
        return places;
    }

    private static void moveIntoFunctions(long[] places, SymbolTable symbols) throws ElfFormatException {
        long[] functions = new long[symbols.count()];
        for (int i = 0; i < functions.length; i++) {
            if (symbols.type(i) == SymbolType.STT_FUNC) {
                functions[i] = place(symbols.definingSection(i), symbols.value(i));
            }
        }
        Arrays.sort(functions);
        for (int i = 0; i < places.length; i++) {
            if (Arrays.binarySearch(functions, places[i] + NOPS_BEFORE_FUNCTION) >= 0) {
                places[i] += NOPS_BEFORE_FUNCTION;
            }
        }
    }

    /**
     * Whether a record of a function that begins at {@code start} lies before {@code end}, where the next symbol begins:
     * {@code ftrace_location} in kernel/trace/ftrace.c.
     */
    boolean isWithin(int section, long start, long end) {
        long first = place(section, start);
        int at = Arrays.binarySearch(places, first);
        int from = at >= 0 ? at : -at - 1;
        return from < places.length && places[from] < place(section, end) && places[from] - first <= farthest;
    }

    /** A place as one number that sorts by section and offset. No section of a kernel reaches 4 GiB. */
    static long place(int section, long offset) {
        return (long) section << 32 | Math.min(Math.max(offset, 0), 0xFFFF_FFFFL);
    }

    private static long[] concat(long[] first, long[] second) {
        long[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
