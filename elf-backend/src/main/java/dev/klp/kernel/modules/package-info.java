/** What a module says about itself in sections of its own. */
@NullMarked
package dev.klp.kernel.modules;

import org.jspecify.annotations.NullMarked;
