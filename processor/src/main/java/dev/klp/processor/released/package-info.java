/**
 * What is kept of a patch once it is released: a manifest beside each generated tree, and the reading of earlier ones. Loaded patches
 * share functions, states and callbacks with the next one, whose author may have never seen them.
 */
@NullMarked
package dev.klp.processor.released;

import org.jspecify.annotations.NullMarked;
