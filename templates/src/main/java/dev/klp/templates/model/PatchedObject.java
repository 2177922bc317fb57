package dev.klp.templates.model;

import java.util.List;

/**
 * One {@code struct klp_object}.
 *
 * @param name vmlinux or a module
 * @param functions the replaced functions, at least one: an entry without functions would end the kernel's array
 */
public record PatchedObject(ObjectName name, List<PatchedFunction> functions) {
    public PatchedObject {
        functions = List.copyOf(functions);
        if (functions.isEmpty()) {
            throw new IllegalArgumentException("a klp_object without functions: " + name.text());
        }
    }
}
