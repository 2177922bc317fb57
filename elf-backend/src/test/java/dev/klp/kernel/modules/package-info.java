@NullMarked
package dev.klp.kernel.modules;

import org.jspecify.annotations.NullMarked;
