/**
 * What a livepatch author writes.
 *
 * <p>A patch is a type with {@link dev.klp.annotations.KlpPatch}; an object that it patches (vmlinux or a module) is a
 * type nested in it with {@link dev.klp.annotations.KlpObject}; a replaced function is a method of that type with
 * {@link dev.klp.annotations.KlpFunc}, or {@link dev.klp.annotations.KlpSyscall} for a system call; a reference to a symbol that the kernel does not export is a
 * {@link dev.klp.annotations.KlpModuleReloc} on the object. The names follow {@code include/linux/livepatch.h}.
 *
 * <p>Nothing here is present at run time: the annotation processor turns the annotations into C and Kbuild files.
 */
@NullMarked
package dev.klp.annotations;

import org.jspecify.annotations.NullMarked;
