/** Help for tests: what a test needs of the machine it runs on. */
@NullMarked
package dev.klp.testing;

import org.jspecify.annotations.NullMarked;
