/**
 * The ways in which authors and tools say, inside a built module, which of its relocations the kernel's livepatch core shall
 * apply. Each way is a dialect, and each dialect's reader turns it into the same {@link dev.klp.livepatch.dialect.Annotations}.
 */
@NullMarked
package dev.klp.livepatch.dialect;

import org.jspecify.annotations.NullMarked;
