/** One function of many that share a name. */
@NullMarked
package dev.klp.examples.irqtype;

import org.jspecify.annotations.NullMarked;
