/**
 * The command line: one class per command, arguments in, a call, text out. The only package that writes to the standard
 * streams.
 */
@NullMarked
package dev.klp.cli;

import org.jspecify.annotations.NullMarked;
