/** Shows what a livepatch module consists of. */
@NullMarked
package dev.klp.livepatch.inspect;

import org.jspecify.annotations.NullMarked;
