@NullMarked
package dev.klp.livepatch.dialect;

import org.jspecify.annotations.NullMarked;
