/** A function with many references to what the kernel does not export. */
@NullMarked
package dev.klp.examples.meminfo;

import org.jspecify.annotations.NullMarked;
