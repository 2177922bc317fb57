/** A variable that is attached to an object of the kernel. */
@NullMarked
package dev.klp.examples.readcount;

import org.jspecify.annotations.NullMarked;
