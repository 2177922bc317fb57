package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.ModulePlace;

/**
 * Every relocation that the livepatch core applies is against a symbol that it resolves, of a name that it can scan:
 * {@code kernel/livepatch/core.c:klp_resolve_symbols}. For a module it finds out only when that module is loaded.
 */
final class LivepatchSymbolRule implements Rule {
    private static final SymbolPlacement LIVEPATCH = SymbolPlacement.ofReserved(LivepatchFormat.SHN_LIVEPATCH);

    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        for (LivepatchTable table : subject.tables()) {
            for (Relocation relocation : table.relocations().entries()) {
                check(subject, table, relocation, findings);
            }
        }
    }

    private static void check(Subject subject, LivepatchTable table, Relocation relocation, Findings findings)
            throws ElfFormatException {
        Symbol symbol = relocation.symbol();
        ModulePlace place = subject.module().place(table.target(), relocation.offset());
        String name = symbol == null ? "" : symbol.name();
        if (symbol == null || !symbol.placement().equals(LIVEPATCH)) {
            findings.add(
                    DiagnosticCode.NO_LIVEPATCH_SYMBOL,
                    place,
                    "the livepatch relocation is against '" + name
                            + "', which is no livepatch symbol (st_shndx 0xff20)",
                    answer(table, "symbol " + name + " is not marked as a livepatch symbol"));
        } else if (LivepatchName.scan(name, subject.version()) == null) {
            findings.add(
                    DiagnosticCode.LIVEPATCH_SYMBOL_NAME,
                    place,
                    "the kernel cannot take the name '" + name + "' apart",
                    answer(table, "symbol " + name + " has an incorrectly formatted name"),
                    Hint.note("Linux " + subject.version()
                            + " takes .klp.sym.<object of up to 55 characters>.<name of up to "
                            + LivepatchName.longestName(subject.version()) + ">,<position>"));
        }
    }

    private static KernelAnswer answer(LivepatchTable table, String message) {
        return table.isGatedByVmlinux()
                ? KernelAnswer.refused(LoadError.EINVAL, message)
                : KernelAnswer.targetRefused(LoadError.EINVAL, message);
    }
}
