@NullMarked
package dev.klp.processor.spec;

import org.jspecify.annotations.NullMarked;
