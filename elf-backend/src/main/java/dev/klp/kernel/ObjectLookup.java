package dev.klp.kernel;

import java.util.List;

/** What a kernel says to the name of an object as a person wrote it. */
public sealed interface ObjectLookup {
    /**
     * An object of this kernel. Its {@linkplain KernelObject#name() name} is the only spelling that the kernel compares with, so a
     * name written as a path, with a suffix or with a hyphen finds the object here and would never match there.
     *
     * @param object the object
     */
    record Indexed(KernelObject object) implements ObjectLookup {}

    /**
     * A module that this kernel has built in: its functions are in vmlinux, and an object of its name never comes.
     *
     * @param name its name in the kernel's form
     * @param path its path in {@code modules.builtin}, such as {@code kernel/drivers/i2c/i2c-core.ko}
     */
    record BuiltIn(String name, String path) implements ObjectLookup {}

    /**
     * No object and no built-in module of this kernel.
     *
     * @param nearest up to three names that it may be a misspelling of, the nearest first
     */
    record Unknown(List<String> nearest) implements ObjectLookup {}
}
