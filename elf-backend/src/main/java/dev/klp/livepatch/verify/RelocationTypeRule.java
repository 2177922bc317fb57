package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Relocation;

/** The loader of every architecture takes a few types of relocation and refuses all others. */
final class RelocationTypeRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        var architecture = subject.module().architecture();
        LoadedRelocations.each(subject, (table, target, relocation) -> {
            if (architecture.relocation(relocation.type()) == null) {
                findings.add(
                        DiagnosticCode.RELOCATION_TYPE,
                        subject.module().place(target, relocation.offset()),
                        "the module loader of " + architecture.name() + " does not know "
                                + architecture.relocationName(relocation.type()) + against(relocation),
                        LoadedRelocations.answer(
                                table, LoadError.ENOEXEC, architecture.unknownTypeMessage(relocation.type())),
                        Hint.help("compile with the kernel's own flags, as kbuild does"));
            }
        });
    }

    private static String against(Relocation relocation) {
        return relocation.symbol() == null ? "" : " (against " + relocation.symbol() + ")";
    }
}
