@NullMarked
package dev.klp.kernel.source;

import org.jspecify.annotations.NullMarked;
