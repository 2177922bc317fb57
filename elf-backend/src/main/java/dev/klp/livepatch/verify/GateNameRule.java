package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.livepatch.ModulePlace;

/**
 * The name of every section with the livepatch flag is scanned when the module is loaded, whatever object it is for:
 * {@code kernel/livepatch/core.c:klp_apply_section_relocs}.
 */
final class GateNameRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        for (LivepatchTable table : subject.tables()) {
            if (table.gate() == null) {
                findings.add(
                        DiagnosticCode.RELOCATION_SECTION_NAME,
                        new ModulePlace(table.section().toString(), 0, null, 0),
                        "the section's name names no object",
                        KernelAnswer.refused(
                                LoadError.EINVAL,
                                "section " + table.section().name() + " has an incorrectly formatted name"),
                        Hint.help("the name is .klp.rela.<object>.<section>"));
            }
        }
    }
}
