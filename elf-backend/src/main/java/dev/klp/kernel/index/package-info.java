/** The file that keeps a {@linkplain dev.klp.kernel.KernelIndex kernel index}: its layout, its writer and its memory-mapped reader. */
@NullMarked
package dev.klp.kernel.index;

import org.jspecify.annotations.NullMarked;
