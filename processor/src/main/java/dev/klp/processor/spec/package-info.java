/**
 * Annotation mirrors as plain records in which every value knows its position in the source. The only package that reads
 * {@code javax.lang.model}; to the others an element is an opaque place for a message.
 */
@NullMarked
package dev.klp.processor.spec;

import org.jspecify.annotations.NullMarked;
