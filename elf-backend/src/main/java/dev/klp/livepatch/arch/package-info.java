/** What differs between the architectures whose kernels livepatch: one class each. */
@NullMarked
package dev.klp.livepatch.arch;

import org.jspecify.annotations.NullMarked;
