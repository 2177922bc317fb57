/** Writing files so that nobody ever sees half of one. */
@NullMarked
package dev.klp.io;

import org.jspecify.annotations.NullMarked;
