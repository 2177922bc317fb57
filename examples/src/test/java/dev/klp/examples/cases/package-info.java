/** Patches that only tests need: each has something that a converter or a build can get wrong. */
@NullMarked
package dev.klp.examples.cases;

import org.jspecify.annotations.NullMarked;
