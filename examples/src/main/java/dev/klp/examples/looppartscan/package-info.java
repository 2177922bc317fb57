/** A module that is loaded after its patch. */
@NullMarked
package dev.klp.examples.looppartscan;

import org.jspecify.annotations.NullMarked;
