package dev.klp.templates.model;

import java.util.List;

/**
 * One {@code struct klp_object}.
 *
 * @param name vmlinux or a module
 * @param functions the replaced functions; none where the kernel is only to call back
 * @param callbacks what it calls before and after patching; without functions there is one at least
 */
public record PatchedObject(ObjectName name, List<PatchedFunction> functions, Callbacks callbacks) {
    public PatchedObject {
        functions = List.copyOf(functions);
        if (functions.isEmpty() && callbacks.isEmpty()) {
            throw new IllegalArgumentException("a klp_object without functions and callbacks: " + name.text());
        }
    }

    /** An object without callbacks. */
    public PatchedObject(ObjectName name, List<PatchedFunction> functions) {
        this(name, functions, Callbacks.NONE);
    }
}
