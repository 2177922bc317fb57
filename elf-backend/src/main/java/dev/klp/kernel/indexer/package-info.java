/** Makes a kernel index out of sources, and finds or makes the index that {@code --kernel} names. */
@NullMarked
package dev.klp.kernel.indexer;

import org.jspecify.annotations.NullMarked;
