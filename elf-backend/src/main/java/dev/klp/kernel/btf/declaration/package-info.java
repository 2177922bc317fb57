/**
 * C declarations from BTF: prototypes, variables, and types with everything that they need, written so that a kernel
 * developer would not have written them otherwise and gcc gives them the layout of the kernel at hand.
 */
@NullMarked
package dev.klp.kernel.btf.declaration;

import org.jspecify.annotations.NullMarked;
