package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.modules.ModuleVersions;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.ModulePlace;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every undefined symbol must be exported, unless it is weak: {@code simplify_symbols} in kernel/module/main.c. Who exports what
 * tells the kernel, or else the module's own {@code __versions}, in which modpost lists exactly the symbols that it found exported.
 */
final class UndefinedSymbolRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        Set<String> exported = exported(subject);
        Map<Symbol, @Nullable ModulePlace> missing = new LinkedHashMap<>();
        for (Symbol symbol : subject.module().symbols().symbols()) {
            if (!symbol.isUndefined() || subject.module().architecture().ignoresUndefined(symbol.name())) {
                continue;
            }
            boolean weak = symbol.binding() == SymbolBinding.STB_WEAK;
            if (weak ? isAnnotation(symbol) : isMissing(subject.index(), exported, symbol.name())) {
                missing.put(symbol, null);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        LoadedRelocations.each(subject, (table, target, relocation) -> note(subject, target, relocation, missing));
        missing.forEach((symbol, place) -> report(subject, symbol, place, findings));
    }

    private static void note(
            Subject subject, Section target, Relocation relocation, Map<Symbol, @Nullable ModulePlace> missing)
            throws ElfFormatException {
        Symbol symbol = relocation.symbol();
        if (symbol != null && missing.containsKey(symbol) && missing.get(symbol) == null) {
            missing.put(symbol, subject.module().place(target, relocation.offset()));
        }
    }

    private static boolean isMissing(@Nullable KernelIndex index, @Nullable Set<String> exported, String name) {
        if (index != null) {
            return index.exports(name).isEmpty();
        }
        return isAnnotationName(name) || (exported != null && !exported.contains(name));
    }

    private static void report(Subject subject, Symbol symbol, @Nullable ModulePlace place, Findings findings) {
        if (symbol.binding() == SymbolBinding.STB_WEAK) {
            findings.add(
                    DiagnosticCode.WEAK_ANNOTATION,
                    place,
                    symbol + " is weak and undefined, so that its address is 0 in the loaded module",
                    KernelAnswer.silent(Outcome.CORRUPTED),
                    Hint.help("the module is not converted: run 'klp convert'"));
            return;
        }
        findings.add(
                DiagnosticCode.UNDEFINED_SYMBOL,
                place,
                "undefined symbol " + symbol + " is exported by nobody",
                KernelAnswer.refused(LoadError.ENOENT, "Unknown symbol " + symbol.name() + " (err -2)"),
                hints(subject.index(), symbol.name()));
    }

    private static Hint[] hints(@Nullable KernelIndex index, String name) {
        if (isAnnotationName(name)) {
            return new Hint[] {Hint.help("the module is not converted: run 'klp convert'")};
        }
        List<KernelSymbol> symbols = index == null ? List.of() : index.symbols(name);
        if (symbols.isEmpty()) {
            return new Hint[0];
        }
        return new Hint[] {
            Hint.note("defined, but not exported, in "
                    + symbols.stream()
                            .map(symbol -> symbol.object().name())
                            .distinct()
                            .limit(5)
                            .collect(Collectors.joining(", "))),
            Hint.help("annotate it, so that 'klp convert' makes a livepatch relocation of it")
        };
    }

    private static boolean isAnnotation(Symbol symbol) {
        return isAnnotationName(symbol.name());
    }

    private static boolean isAnnotationName(String name) {
        return name.startsWith(LivepatchFormat.SYMBOL_PREFIX) || name.startsWith(".klp.tombstone.");
    }

    private static @Nullable Set<String> exported(Subject subject) throws ElfFormatException {
        Section section = subject.module().image().section(ModuleVersions.SECTION);
        if (section == null || !(section.content() instanceof OpaqueContent content)) {
            return null;
        }
        ByteBuffer buffer = content.bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        try {
            return ModuleVersions.parse(bytes, subject.module().image().format().is64())
                    .names();
        } catch (IllegalArgumentException e) {
            throw new ElfFormatException(
                    subject.module().image().name(), 0, ModuleVersions.SECTION, String.valueOf(e.getMessage()));
        }
    }
}
