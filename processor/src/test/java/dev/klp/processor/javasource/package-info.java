@NullMarked
package dev.klp.processor.javasource;

import org.jspecify.annotations.NullMarked;
