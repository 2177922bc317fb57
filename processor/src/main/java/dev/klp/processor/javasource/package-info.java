/**
 * Where C text stands in a Java file: enough of Java's lexical rules to find string literals and to tell of each line of their
 * value on which line it is written.
 */
@NullMarked
package dev.klp.processor.javasource;

import org.jspecify.annotations.NullMarked;
