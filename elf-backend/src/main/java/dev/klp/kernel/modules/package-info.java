/**
 * What a module ({@code .ko}) says of itself: its symbols in the order in which the kernel counts them, modinfo, versions, ftrace
 * records, exports, BTF.
 */
@NullMarked
package dev.klp.kernel.modules;

import org.jspecify.annotations.NullMarked;
