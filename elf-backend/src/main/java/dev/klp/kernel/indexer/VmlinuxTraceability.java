package dev.klp.kernel.indexer;

import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.kallsyms.Kallsyms;
import dev.klp.kernel.modules.ColdName;
import dev.klp.kernel.vmlinux.AddressRange;
import dev.klp.kernel.vmlinux.FtraceRecords;
import dev.klp.kernel.vmlinux.KernelRange;
import dev.klp.kernel.vmlinux.Vmlinux;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which functions of vmlinux can be replaced, and why others can't. */
final class VmlinuxTraceability {
    private final Kallsyms symbols;
    private final @Nullable BitSet traceable;
    private final Optional<AddressRange> init;
    private final Optional<AddressRange> initText;
    private final Optional<AddressRange> noinstr;

    VmlinuxTraceability(Vmlinux vmlinux) {
        this.symbols = vmlinux.symbols();
        this.traceable = vmlinux.ftraceRecords()
                .map((FtraceRecords records) -> records.traceable(symbols))
                .orElse(null);
        this.init = vmlinux.range(KernelRange.INIT);
        this.initText = vmlinux.range(KernelRange.INIT_TEXT);
        this.noinstr = vmlinux.range(KernelRange.NOINSTR_TEXT);
    }

    /** Whether the memory at an address is freed after start-up. */
    boolean isInit(long address) {
        return contains(init, address) || contains(initText, address);
    }

    Traceability of(int index, String name, SymbolKind kind) {
        if (kind != SymbolKind.FUNCTION) {
            return Traceability.NOT_A_FUNCTION;
        }
        long address = symbols.address(index);
        if (isInit(address)) {
            return Traceability.INIT;
        }
        if (contains(noinstr, address)) {
            return Traceability.NOINSTR;
        }
        if (traceable == null) {
            return Traceability.UNKNOWN;
        }
        if (traceable.get(index)) {
            return Traceability.TRACEABLE;
        }
        return ColdName.matches(name) ? Traceability.COLD : Traceability.NOTRACE;
    }

    private static boolean contains(Optional<AddressRange> range, long address) {
        return range.isPresent() && range.get().contains(address);
    }
}
