/** Tests of what the generated companions are made of. */
@NullMarked
package dev.klp.annotations;

import org.jspecify.annotations.NullMarked;
