/** What a livepatch module tells the kernel to patch: {@code struct klp_patch}, read out of the module's data. */
@NullMarked
package dev.klp.livepatch.patch;

import org.jspecify.annotations.NullMarked;
