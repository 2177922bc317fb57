/** What the names of a patch mean in one kernel. */
@NullMarked
package dev.klp.processor.resolve;

import org.jspecify.annotations.NullMarked;
