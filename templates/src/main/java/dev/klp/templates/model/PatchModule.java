package dev.klp.templates.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One livepatch module: a {@code struct klp_patch} and everything that is built around it.
 *
 * @param name the module's name
 * @param replace {@code klp_patch.replace}: atomic replace, since Linux 5.1
 * @param immediate {@code klp_patch.immediate}: tasks go over without waiting for one another, Linux 4.12 to 4.15
 * @param info the module's information, in the order in which it is emitted
 * @param headers kernel headers that the relocations' declarations need, in order
 * @param sources the author's C files, in the order in which the C unit takes them in; no two of one path
 * @param objects the patched objects, no two of one name
 * @param relocations references to symbols that the kernel does not export, no two of one C name
 * @param change what the patch changes in the system beside code
 * @param syscalls the functions that take the place of system calls' entries
 * @param parts what the module has beside its patch
 */
public record PatchModule(
        ModuleName name,
        boolean replace,
        boolean immediate,
        List<ModuleInfo> info,
        List<HeaderName> headers,
        List<SourceFile> sources,
        List<PatchedObject> objects,
        List<Relocation> relocations,
        SystemChange change,
        List<SyscallStub> syscalls,
        ModuleParts parts) {
    public PatchModule {
        info = List.copyOf(info);
        headers = List.copyOf(headers);
        sources = List.copyOf(sources);
        objects = List.copyOf(objects);
        relocations = List.copyOf(relocations);
        syscalls = List.copyOf(syscalls);
        requireDistinct("source", sources, SourceFile::path);
        requireDistinct("object", objects, PatchedObject::name);
        requireDistinct("C name", relocations, Relocation::cName);
        requireDistinct("system call", syscalls, SyscallStub::name);
    }

    /** A patch that changes code and nothing else. */
    public PatchModule(
            ModuleName name,
            boolean replace,
            List<ModuleInfo> info,
            List<HeaderName> headers,
            List<SourceFile> sources,
            List<PatchedObject> objects,
            List<Relocation> relocations) {
        this(
                name,
                replace,
                false,
                info,
                headers,
                sources,
                objects,
                relocations,
                SystemChange.NONE,
                List.of(),
                ModuleParts.NONE);
    }

    private static <T, K> void requireDistinct(String what, List<T> items, Function<T, K> key) {
        Set<K> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(key.apply(item))) {
                throw new IllegalArgumentException(what + " given twice: " + key.apply(item));
            }
        }
    }
}
