package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.image.Symbol;
import dev.klp.kernel.Export;
import dev.klp.kernel.KernelIndex;
import dev.klp.livepatch.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A livepatch that uses another module's exports directly can be loaded only while that module is, and keeps it from being
 * unloaded: {@code resolve_symbol} in kernel/module/main.c takes a reference. modprobe loads what {@code depends=} names before.
 */
final class DependsRule implements Rule {
    private static final Hint ANNOTATE =
            Hint.help("annotate the symbols of that module, so that they become livepatch relocations");

    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        List<String> depends = subject.info().depends();
        if (!depends.isEmpty()) {
            findings.add(
                    DiagnosticCode.DEPENDS_ON_MODULE,
                    "the livepatch depends on '" + String.join("', '", depends)
                            + "': it loads only while that is loaded, and pins it",
                    KernelAnswer.silent(Outcome.LOADED),
                    ANNOTATE);
        }
        KernelIndex index = subject.index();
        if (index != null) {
            List<String> named =
                    depends.stream().map(name -> name.replace('-', '_')).toList();
            for (Symbol symbol : subject.module().symbols().symbols()) {
                if (symbol.isUndefined() && symbol.binding() != SymbolBinding.STB_WEAK) {
                    checkExporter(symbol, index.exports(symbol.name()), named, findings);
                }
            }
        }
    }

    private static void checkExporter(Symbol symbol, List<Export> exports, List<String> depends, Findings findings) {
        boolean isThere = exports.stream()
                .anyMatch(export ->
                        ObjectName.VMLINUX.text().equals(export.exporter()) || depends.contains(export.exporter()));
        if (!exports.isEmpty() && !isThere) {
            findings.add(
                    DiagnosticCode.DEPENDS_ON_MODULE,
                    symbol + " is exported by '"
                            + exports.stream().map(Export::exporter).collect(Collectors.joining("', '"))
                            + "', on which the livepatch does not say that it depends: it loads only while that is loaded",
                    KernelAnswer.refused(LoadError.ENOENT, "Unknown symbol " + symbol.name() + " (err -2)"),
                    ANNOTATE);
        }
    }
}
