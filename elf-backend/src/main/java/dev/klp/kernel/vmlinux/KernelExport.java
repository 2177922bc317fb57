package dev.klp.kernel.vmlinux;

/**
 * A symbol that the kernel exports to modules.
 *
 * @param name the symbol's name
 * @param gplOnly whether only modules under a licence compatible with the GPL may use it ({@code EXPORT_SYMBOL_GPL})
 * @param namespace the namespace that a user must import, empty for none
 */
public record KernelExport(String name, boolean gplOnly, String namespace) {}
