/** A checked patch spec into the model of the templates, and into the companion class. */
@NullMarked
package dev.klp.processor.emit;

import org.jspecify.annotations.NullMarked;
