/** A change of the running system that one release hands over to the next. */
@NullMarked
package dev.klp.examples.swappiness;

import org.jspecify.annotations.NullMarked;
