@NullMarked
package dev.klp.examples.cmdline;

import org.jspecify.annotations.NullMarked;
