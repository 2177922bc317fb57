/** What a livepatch module is: {@code Documentation/livepatch/module-elf-format.rst} of the kernel. */
@NullMarked
package dev.klp.livepatch;

import org.jspecify.annotations.NullMarked;
