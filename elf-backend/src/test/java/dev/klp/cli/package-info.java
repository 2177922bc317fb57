@NullMarked
package dev.klp.cli;

import org.jspecify.annotations.NullMarked;
