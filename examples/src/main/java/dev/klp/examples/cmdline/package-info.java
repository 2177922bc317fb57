/** The smallest patch that shows: one function of vmlinux, and one variable that the kernel does not export. */
@NullMarked
package dev.klp.examples.cmdline;

import org.jspecify.annotations.NullMarked;
