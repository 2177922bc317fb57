/**
 * Decides offline what a kernel does with a livepatch module when it is loaded, and later with the modules that it patches. One
 * rule of the kernel per file.
 */
@NullMarked
package dev.klp.livepatch.verify;

import org.jspecify.annotations.NullMarked;
