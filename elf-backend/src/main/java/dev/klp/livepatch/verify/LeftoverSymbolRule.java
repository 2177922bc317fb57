package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.arch.RelocationKind;

/**
 * The loader applies its own relocations with the value that a livepatch symbol has in the file, which is 0: it passes over such
 * symbols where it resolves the others ({@code kernel/module/main.c:simplify_symbols}).
 */
final class LeftoverSymbolRule implements Rule {
    private static final SymbolPlacement LIVEPATCH = SymbolPlacement.ofReserved(LivepatchFormat.SHN_LIVEPATCH);

    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        for (Section section : subject.module().ordinaryRelocationSections()) {
            Section target = section.infoSection();
            if (target == null
                    || !target.hasFlags(SectionFlag.SHF_ALLOC)
                    || !(section.content() instanceof RelocationContent table)) {
                continue;
            }
            for (Relocation relocation : table.entries()) {
                Symbol symbol = relocation.symbol();
                RelocationKind kind = subject.module().architecture().relocation(relocation.type());
                if (symbol != null && symbol.placement().equals(LIVEPATCH) && kind != null && kind.sizeBytes() > 0) {
                    findings.add(
                            DiagnosticCode.LIVEPATCH_SYMBOL_IN_ORDINARY_RELOCATION,
                            subject.module().place(target, relocation.offset()),
                            "the loader, not the livepatch core, relocates this against " + symbol
                                    + ", whose address it takes for 0",
                            KernelAnswer.silent(Outcome.CORRUPTED),
                            Hint.note("the relocation belongs into a section .klp.rela.<object>." + target.name()
                                    + " with the flag 0x100000"));
                }
            }
        }
    }
}
