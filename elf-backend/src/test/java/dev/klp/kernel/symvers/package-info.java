@NullMarked
package dev.klp.kernel.symvers;

import org.jspecify.annotations.NullMarked;
