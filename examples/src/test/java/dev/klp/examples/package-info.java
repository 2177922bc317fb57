/** Builds the patches as their users do, by {@code make}, and loads them into a real kernel. */
@NullMarked
package dev.klp.examples;

import org.jspecify.annotations.NullMarked;
