/**
 * BTF, the type information that a kernel and its modules carry in their {@code .BTF} section: a reader with checked
 * access to every record, the lookup of functions, variables and types by name, and a writer that keeps a part.
 *
 * <p>The format is that of the kernel's {@code Documentation/bpf/btf.rst} and {@code include/uapi/linux/btf.h}, Linux
 * 4.18 to 6.12. C declarations are printed by {@code dev.klp.kernel.btf.declaration}.
 */
@NullMarked
package dev.klp.kernel.btf;

import org.jspecify.annotations.NullMarked;
