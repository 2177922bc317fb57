@NullMarked
package dev.klp.kernel.index;

import org.jspecify.annotations.NullMarked;
