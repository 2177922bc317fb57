/** Two releases of a patch, the second of which takes the place of the first. */
@NullMarked
package dev.klp.examples.replace;

import org.jspecify.annotations.NullMarked;
