package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFile;
import dev.klp.elf.Machine;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.kallsyms.Kallsyms;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code __mcount_loc} of a kernel: words between two symbols, each the address of a place that ftrace can change. */
final class McountLocations {
    /** {@code FTRACE_MCOUNT_MAX_OFFSET} of x86 is {@code ENDBR_INSN_SIZE}: an {@code endbr64} has 4 bytes, without IBT it is 0. */
    private static final long FARTHEST_X86 = 4;
    /** The same of powerpc 64: two instructions set up the table of contents, two more save the link register. */
    private static final long FARTHEST_PPC64 = 16;
    /** arm64 and s390 define none. */
    private static final long UNLIMITED = Long.MAX_VALUE;

    private McountLocations() {}

    static Optional<FtraceRecords> read(
            KernelImage image, Kallsyms symbols, NamedAddresses names, KernelMemory memory) {
        // No word but 0: the addresses are in relocations that the kernel applies to itself (arm64 without
        // CONFIG_RELR).
        return names.between(NamedAddresses.MCOUNT_START, NamedAddresses.MCOUNT_END)
                .map(memory::addresses)
                .filter(records -> records.length > 0)
                .map(records -> FtraceRecords.of(inFunctions(image.elf(), records, symbols), farthest(image.elf())));
    }

    private static long[] inFunctions(@Nullable ElfFile elf, long[] records, Kallsyms symbols) {
        if (elf != null && elf.header().machine() != Machine.EM_AARCH64) {
            return records;
        }
        long[] starts = new long[symbols.size()];
        Arrays.setAll(starts, symbols::address);
        return FunctionEntry.areBefore(records, starts)
                ? Arrays.stream(records)
                        .map(record -> record + FunctionEntry.BEFORE)
                        .toArray()
                : records;
    }

    private static long farthest(@Nullable ElfFile elf) {
        if (elf == null) {
            return UNLIMITED;
        }
        return switch (elf.header().machine()) {
            case Machine.EM_X86_64, Machine.EM_386 -> FARTHEST_X86;
            case Machine.EM_PPC64 -> FARTHEST_PPC64;
            default -> UNLIMITED;
        };
    }
}
