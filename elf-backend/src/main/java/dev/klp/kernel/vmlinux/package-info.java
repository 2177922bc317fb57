/**
 * What an unpacked kernel says of itself beside its symbols: release, configuration, exports, type information, and which of its
 * functions ftrace can redirect.
 */
@NullMarked
package dev.klp.kernel.vmlinux;

import org.jspecify.annotations.NullMarked;
