@NullMarked
package dev.klp.livepatch.verify;

import org.jspecify.annotations.NullMarked;
