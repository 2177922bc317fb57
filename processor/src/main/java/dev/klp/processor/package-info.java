/**
 * The annotation processor: rounds, options and messages. The only package that touches {@code Messager} and
 * {@code Filer}.
 */
@NullMarked
package dev.klp.processor;

import org.jspecify.annotations.NullMarked;
