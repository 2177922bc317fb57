package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFormatException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code __ksymtab} and {@code __ksymtab_gpl}. Kernels that have {@code __kflagstab} (seen in Linux 7.2) keep all exports in the
 * first, and a byte of flags for each in the latter.
 */
final class ExportTables {
    /** {@code KSYM_FLAG_GPL_ONLY}. */
    private static final int GPL_ONLY = 1;

    private ExportTables() {}

    static List<KernelExport> read(NamedAddresses names, KernelMemory memory) throws ElfFormatException {
        Optional<AddressRange> plain = names.between("__start___ksymtab", "__stop___ksymtab", "__ksymtab");
        Optional<AddressRange> gpl = names.between("__start___ksymtab_gpl", "__stop___ksymtab_gpl", "__ksymtab_gpl");
        List<KernelExport> exports = new ArrayList<>();
        if (plain.isPresent()) {
            exports.addAll(read(memory, plain.get(), flags(names, memory, plain.get())));
        }
        if (gpl.isPresent()) {
            exports.addAll(read(memory, gpl.get(), index -> true));
        }
        return exports;
    }

    private static List<KernelExport> read(KernelMemory memory, AddressRange range, IntPredicate gplOnly) {
        for (ExportEntry form : ExportEntry.FORMS) {
            @Nullable List<KernelExport> exports = form.read(memory, range, gplOnly);
            if (exports != null) {
                return exports;
            }
        }
        return List.of();
    }

    private static IntPredicate flags(NamedAddresses names, KernelMemory memory, AddressRange table) {
        OptionalLong start = names.of(NamedAddresses.EXPORT_FLAGS);
        if (start.isEmpty()) {
            return index -> false;
        }
        // No more flags than the smallest entries could need: 8 bytes each.
        long most = table.size() / (2 * Integer.BYTES);
        ByteBuffer flags = memory.slice(new AddressRange(start.getAsLong(), start.getAsLong() + most));
        return index -> flags != null && index < flags.limit() && (flags.get(index) & GPL_ONLY) != 0;
    }
}
