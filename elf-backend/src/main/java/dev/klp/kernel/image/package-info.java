/**
 * Kernel images as they lie in {@code /boot}: recognised by content, unpacked, and mapped from addresses to bytes.
 */
@NullMarked
package dev.klp.kernel.image;

import org.jspecify.annotations.NullMarked;
