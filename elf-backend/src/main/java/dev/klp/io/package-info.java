/** Writing files so that nobody ever sees half of one, and the folder for what is kept between runs. */
@NullMarked
package dev.klp.io;

import org.jspecify.annotations.NullMarked;
