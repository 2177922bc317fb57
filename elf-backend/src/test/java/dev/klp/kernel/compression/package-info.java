@NullMarked
package dev.klp.kernel.compression;

import org.jspecify.annotations.NullMarked;
