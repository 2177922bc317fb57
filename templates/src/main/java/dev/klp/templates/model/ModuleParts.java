package dev.klp.templates.model;

import java.util.List;

/**
 * What a module has beside its patch.
 *
 * @param units C files that are compiled each on its own; no two of one path
 * @param privateHeaders header files of the author's; no two of one path
 * @param flags for the compiler
 * @param namespaces of exported symbols that the code uses
 * @param parameters that {@code insmod} may set
 * @param hooks functions around the module's life, in order
 */
public record ModuleParts(
        List<SourceFile> units,
        List<SourceFile> privateHeaders,
        List<CompilerFlag> flags,
        List<SymbolNamespace> namespaces,
        List<ModuleParameter> parameters,
        List<ModuleHook> hooks) {
    /** A module without any. */
    public static final ModuleParts NONE =
            new ModuleParts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ModuleParts {
        units = List.copyOf(units);
        privateHeaders = List.copyOf(privateHeaders);
        flags = List.copyOf(flags);
        namespaces = List.copyOf(namespaces);
        parameters = List.copyOf(parameters);
        hooks = List.copyOf(hooks);
    }
}
