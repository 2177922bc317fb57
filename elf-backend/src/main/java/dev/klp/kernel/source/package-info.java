/**
 * Tells by content what a file says of a kernel, and reads the kinds that are text: configuration, {@code System.map}, a dump of
 * {@code /proc/kallsyms}, klp-convert's {@code symbols.klp}, {@code modules.builtin}.
 */
@NullMarked
package dev.klp.kernel.source;

import org.jspecify.annotations.NullMarked;
