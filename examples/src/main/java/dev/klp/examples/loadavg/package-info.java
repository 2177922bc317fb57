/** Functions and a variable that the kernel does not export. */
@NullMarked
package dev.klp.examples.loadavg;

import org.jspecify.annotations.NullMarked;
