/** Patches that say what a livepatch can say beside functions and relocations, each shown by what it does in a kernel. */
@NullMarked
package dev.klp.examples.language;

import org.jspecify.annotations.NullMarked;
