package dev.klp.templates.model;

import java.util.List;

/**
 * One livepatch module: a {@code struct klp_patch} and everything that is built around it.
 *
 * @param name the module's name
 * @param replace {@code klp_patch.replace}: atomic replace, since Linux 5.1
 * @param info the module's information, in the order in which it is emitted
 * @param headers kernel headers that the relocations' declarations need, in order
 * @param sources the author's C files, in the order in which the C unit takes them in
 * @param objects the patched objects, each with at least one function and no two of one name
 * @param relocations references to symbols that the kernel does not export
 */
public record PatchModule(
        ModuleName name,
        boolean replace,
        List<ModuleInfo> info,
        List<HeaderName> headers,
        List<SourceFile> sources,
        List<PatchedObject> objects,
        List<Relocation> relocations) {
    public PatchModule {
        info = List.copyOf(info);
        headers = List.copyOf(headers);
        sources = List.copyOf(sources);
        objects = List.copyOf(objects);
        relocations = List.copyOf(relocations);
    }
}
