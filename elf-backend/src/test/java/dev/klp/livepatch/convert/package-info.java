@NullMarked
package dev.klp.livepatch.convert;

import org.jspecify.annotations.NullMarked;
