@NullMarked
package dev.klp.diagnostics;

import org.jspecify.annotations.NullMarked;
