/**
 * The file that a module comes in: perhaps compressed ({@code scripts/Makefile.modinst} of the kernel), perhaps with a signature
 * behind the ELF file ({@code Documentation/admin-guide/module-signing.rst}).
 */
@NullMarked
package dev.klp.livepatch.container;

import org.jspecify.annotations.NullMarked;
