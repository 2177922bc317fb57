/**
 * What is said about a patch, at compile time and about a built module: one catalogue of codes, and diagnostics that
 * carry a position of whichever kind the reporter has. Knows neither compilers nor ELF.
 */
@NullMarked
package dev.klp.diagnostics;

import org.jspecify.annotations.NullMarked;
