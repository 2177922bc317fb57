/** A symbol that a third module exports. */
@NullMarked
package dev.klp.examples.zramdebug;

import org.jspecify.annotations.NullMarked;
