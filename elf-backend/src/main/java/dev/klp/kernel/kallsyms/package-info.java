/**
 * The symbol table that every kernel carries for itself: {@code scripts/kallsyms.c} of the kernel writes it, {@code
 * kernel/kallsyms.c} reads it, and nothing in an image says where it is. It is found by what its parts say of each other.
 */
@NullMarked
package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.NullMarked;
