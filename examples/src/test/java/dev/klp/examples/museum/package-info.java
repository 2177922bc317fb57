/** The patches that are not to be: what the compiler says to each. */
@NullMarked
package dev.klp.examples.museum;

import org.jspecify.annotations.NullMarked;
