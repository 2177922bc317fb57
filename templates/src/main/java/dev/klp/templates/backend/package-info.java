/**
 * The parts of a livepatch that change with the kernel: registration, callbacks, states and shadow variables. What the author
 * says of them is the same for every kernel; a back end says how one range of kernels wants it in C, and its templates stand
 * in a folder of their own. A kernel that wants them in another way is one more back end here and nothing elsewhere.
 */
@NullMarked
package dev.klp.templates.backend;

import org.jspecify.annotations.NullMarked;
