/**
 * Boot tests of livepatches with JUnit Jupiter: {@link dev.klp.boot.junit.KernelBoot} builds the patches of a test class from their
 * companions, boots a kernel once, and answers the tests' questions about what happened in it.
 */
@NullMarked
package dev.klp.boot.junit;

import org.jspecify.annotations.NullMarked;
