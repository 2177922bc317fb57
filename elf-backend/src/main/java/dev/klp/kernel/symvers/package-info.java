/** {@code Module.symvers}: what a kernel and its modules export, as modpost writes it at the end of a kernel build. */
@NullMarked
package dev.klp.kernel.symvers;

import org.jspecify.annotations.NullMarked;
