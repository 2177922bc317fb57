@NullMarked
package dev.klp.livepatch;

import org.jspecify.annotations.NullMarked;
