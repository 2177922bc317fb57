package dev.klp.processor.spec;

import java.util.List;

/**
 * One {@code @KlpObject} type as it is written.
 *
 * @param position the {@code @KlpObject} annotation
 * @param type the annotated type
 * @param module the module's name, empty for vmlinux
 * @param callbacks what is called before and after it is patched
 * @param functions its methods with {@code @KlpFunc}, in the order of the source, and then the entries of its system calls
 * @param syscalls its methods with {@code @KlpSyscall}, in the order of the source
 * @param relocations its {@code @KlpModuleReloc}s, in the order of the source
 */
public record ObjectSpec(
        Position position,
        TypeShape type,
        Positioned<String> module,
        CallbacksSpec callbacks,
        List<FunctionSpec> functions,
        List<SyscallSpec> syscalls,
        List<RelocationSpec> relocations) {
    public ObjectSpec {
        functions = List.copyOf(functions);
        syscalls = List.copyOf(syscalls);
        relocations = List.copyOf(relocations);
    }

    /** Whether the object is the kernel itself. */
    public boolean isVmlinux() {
        return module.value().isEmpty();
    }

    /** Whether the object becomes a {@code klp_object}: the kernel patches it, or calls back for it. */
    public boolean isListed() {
        return !functions.isEmpty() || callbacks.named().findAny().isPresent();
    }

    /** The object's name for a message: {@code vmlinux} or the module's. */
    public String name() {
        return isVmlinux() ? "vmlinux" : module.value();
    }
}
