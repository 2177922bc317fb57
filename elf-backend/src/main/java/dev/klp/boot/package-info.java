/**
 * Boots a kernel under QEMU, carries out steps in it (load a module, disable a livepatch, run a command) and brings back
 * what happened: outputs, the kernel's messages, its taint, transition times.
 *
 * <p>{@link dev.klp.boot.Boot} describes one run, {@link dev.klp.boot.BootResult} is what comes back. Nothing here knows
 * what is in a module beyond its name and the modules that it depends on.
 */
@NullMarked
package dev.klp.boot;

import org.jspecify.annotations.NullMarked;
