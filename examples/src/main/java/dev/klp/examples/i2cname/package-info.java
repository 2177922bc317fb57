/** A module whose file name has a hyphen. */
@NullMarked
package dev.klp.examples.i2cname;

import org.jspecify.annotations.NullMarked;
