@NullMarked
package dev.klp.kernel.indexer;

import org.jspecify.annotations.NullMarked;
