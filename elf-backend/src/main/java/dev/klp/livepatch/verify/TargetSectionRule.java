package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which sections the livepatch core's relocations take effect. Those gated by vmlinux are applied with the ordinary ones since
 * 5.8 ({@code kernel/module/main.c:apply_relocations}); before, and those gated by a module always, when both are loaded, which
 * may be after the loader has used or freed a section ({@code kernel/livepatch/core.c:klp_init_object_loaded}).
 */
final class TargetSectionRule implements Rule {
    private static final String PER_CPU = ".data..percpu";

    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        for (LivepatchTable table : subject.tables()) {
            Violation violation = violation(subject, table);
            if (violation == null) {
                continue;
            }
            for (Relocation relocation : table.relocations().entries()) {
                Symbol symbol = relocation.symbol();
                List<Hint> hints = new ArrayList<>();
                if (violation.code() == DiagnosticCode.READ_ONCE_TARGET) {
                    hints.addAll(SourceConstruct.hints(table.target().name(), symbol == null ? "" : symbol.name()));
                }
                findings.add(
                        violation.code(),
                        subject.module().place(table.target(), relocation.offset()),
                        "relocation against " + (symbol == null ? "no symbol" : symbol) + ": " + violation.text(),
                        KernelAnswer.silent(violation.outcome()),
                        hints.toArray(Hint[]::new));
            }
        }
    }

    private record Violation(DiagnosticCode code, Outcome outcome, String text) {}

    private static @Nullable Violation violation(Subject subject, LivepatchTable table) {
        Section target = table.target();
        boolean early = table.isGatedByVmlinux() && subject.version().isAtLeast(5, 8);
        if (!target.hasFlags(SectionFlag.SHF_ALLOC)) {
            return new Violation(
                    DiagnosticCode.TARGET_NOT_LOADED,
                    early ? Outcome.IGNORED : Outcome.CORRUPTED,
                    "the section '" + target + "' takes no memory, the kernel "
                            + (early ? "passes over its relocations" : "writes to wherever it is not"));
        }
        if (target.name().equals(PER_CPU)) {
            return new Violation(
                    DiagnosticCode.PER_CPU_TARGET,
                    early ? Outcome.IGNORED : Outcome.CORRUPTED,
                    "the loader copies per-cpu variables before it applies livepatch relocations to them");
        }
        if (early) {
            return null;
        }
        String when = table.isGatedByVmlinux()
                ? "before its livepatch relocations are applied"
                : "before its relocations for '" + table.gate() + "' are applied";
        if (target.name().startsWith(".init")) {
            return new Violation(
                    DiagnosticCode.INIT_TARGET,
                    Outcome.CORRUPTED,
                    "the section is used and freed when the livepatch is loaded, " + when);
        }
        if (SpecialSection.isReadOnce(target.name()) && !ArchSectionRule.isCovered(subject, table)) {
            return new Violation(
                    DiagnosticCode.READ_ONCE_TARGET,
                    Outcome.CORRUPTED,
                    "the loader reads this section when the livepatch is loaded, " + when);
        }
        return null;
    }
}
