package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;

/** Reads annotations that are names of undefined symbols, see {@link AnnotatedName}. */
final class AnnotatedNameDialect implements Dialect {
    @Override
    public void read(KernelModule module, AnnotationCollector collector) throws ElfFormatException {
        for (Symbol symbol : module.symbols().symbols()) {
            if (!AnnotatedName.is(symbol.name())) {
                continue;
            }
            if (!symbol.isUndefined()) {
                collector.problem("symbol " + symbol
                        + " is defined in the module itself; an annotation names a symbol of" + " the kernel");
                continue;
            }
            try {
                AnnotatedName name = AnnotatedName.parse(symbol.name());
                collector.annotate(new AnnotatedSymbol(symbol, name.gatingObject(), name.symbol()));
            } catch (IllegalArgumentException e) {
                collector.problem("symbol " + symbol + ": " + e.getMessage());
            }
        }
    }
}
