/** Measurements, run by {@code src/benchmark/run} and by hand; no part of the tests. */
@NullMarked
package dev.klp.benchmark;

import org.jspecify.annotations.NullMarked;
