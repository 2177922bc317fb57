/**
 * ELF files as they are on disk: a checked, lazy view of both classes (32 and 64 bit) and both byte orders.
 *
 * <p>Start at {@link dev.klp.elf.ElfFile}. Nothing in a file is trusted: every range is checked before it is used, and
 * what is wrong becomes an {@link dev.klp.elf.ElfFormatException} that says where and what would be right. The package
 * knows nothing of kernels or livepatches. "gABI" in the documentation is the System V Application Binary Interface,
 * chapters 4 and 5.
 */
@NullMarked
package dev.klp.elf;

import org.jspecify.annotations.NullMarked;
