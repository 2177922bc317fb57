@NullMarked
package dev.klp.processor;

import org.jspecify.annotations.NullMarked;
