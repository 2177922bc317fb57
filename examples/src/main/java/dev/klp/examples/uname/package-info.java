/** A system call. */
@NullMarked
package dev.klp.examples.uname;

import org.jspecify.annotations.NullMarked;
