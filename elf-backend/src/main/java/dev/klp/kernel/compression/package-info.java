/**
 * The compressed forms in which kernels and modules are shipped, recognised by content. Everything is unpacked in memory, below
 * a limit, and what is broken ends in a {@link dev.klp.kernel.KernelFormatException} that names the form and the place.
 */
@NullMarked
package dev.klp.kernel.compression;

import org.jspecify.annotations.NullMarked;
