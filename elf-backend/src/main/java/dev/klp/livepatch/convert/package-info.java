/** Turns a module as kbuild left it into the form in which the kernel livepatches with it. */
@NullMarked
package dev.klp.livepatch.convert;

import org.jspecify.annotations.NullMarked;
