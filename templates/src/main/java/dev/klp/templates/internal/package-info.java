/**
 * What the templates see: the model with C's names and literals worked out. Public because FreeMarker reads public types
 * only; nobody else should use it.
 */
@NullMarked
package dev.klp.templates.internal;

import org.jspecify.annotations.NullMarked;
