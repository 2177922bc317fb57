@NullMarked
package dev.klp.kernel.image;

import org.jspecify.annotations.NullMarked;
