@NullMarked
package dev.klp.livepatch.patch;

import org.jspecify.annotations.NullMarked;
