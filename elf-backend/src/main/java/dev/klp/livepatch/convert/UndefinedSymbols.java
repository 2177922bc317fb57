package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The undefined symbols of a module that the module loader itself has to resolve:
 * {@code kernel/module/main.c:simplify_symbols}.
 */
final class UndefinedSymbols {
    private final KernelModule module;
    private final Set<Symbol> symbols;

    private UndefinedSymbols(KernelModule module, Set<Symbol> symbols) {
        this.module = module;
        this.symbols = symbols;
    }

    /**
     * The undefined symbols of a module without the annotated ones. Weak ones may stay undefined and are not among them.
     */
    static UndefinedSymbols of(KernelModule module, Set<Symbol> annotated) throws ElfFormatException {
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (Symbol symbol : module.symbols().symbols()) {
            if (symbol.isUndefined()
                    && symbol.binding() != SymbolBinding.STB_WEAK
                    && !annotated.contains(symbol)
                    && !module.architecture().ignoresUndefined(symbol.name())) {
                symbols.add(symbol);
            }
        }
        return new UndefinedSymbols(module, symbols);
    }

    Set<Symbol> symbols() {
        return symbols;
    }

    /**
     * A problem for each reference to a symbol that nobody exports, and for each such symbol without any.
     *
     * @param resolver explains, at the first reference, why it could not resolve a symbol; null if there is none
     */
    List<Problem> problems(Exports exports, @Nullable SymbolResolver resolver) throws ElfFormatException {
        Set<Symbol> missing = new LinkedHashSet<>();
        for (Symbol symbol : symbols) {
            if (!exports.contains(symbol.name())) {
                missing.add(symbol);
            }
        }
        if (missing.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Set<Symbol> unreferenced = new LinkedHashSet<>(missing);
        Set<Symbol> explained = new HashSet<>();
        for (Section section : module.ordinaryRelocationSections()) {
            RelocationContent table = (RelocationContent) section.content();
            Section target = section.infoSection();
            if (target == null || table.firstAgainst(missing) < 0) {
                continue;
            }
            for (Relocation relocation : table.entries()) {
                Symbol symbol = relocation.symbol();
                if (symbol != null && missing.contains(symbol)) {
                    String more = resolver != null && explained.add(symbol) ? resolver.explanation(symbol.name()) : "";
                    problems.add(new Problem(module.place(target, relocation.offset()), text(symbol) + more));
                    unreferenced.remove(symbol);
                }
            }
        }
        for (Symbol symbol : unreferenced) {
            problems.add(Problem.of(text(symbol) + " (and nothing refers to it)"));
        }
        return problems;
    }

    private static String text(Symbol symbol) {
        return "undefined symbol " + symbol + " is neither annotated nor exported";
    }
}
