package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;

/** Common blocks have no place in a module: {@code simplify_symbols} in kernel/module/main.c. */
final class CommonSymbolRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        for (Symbol symbol : subject.module().symbols().symbols()) {
            if (symbol.placement() instanceof SymbolPlacement.Common
                    && !symbol.name().startsWith("__gnu_lto")) {
                findings.add(
                        DiagnosticCode.COMMON_SYMBOL,
                        symbol + " is a common symbol",
                        KernelAnswer.refused(LoadError.ENOEXEC, "please compile with -fno-common"),
                        Hint.help("compile with -fno-common, or make the variable static"));
            }
        }
    }
}
