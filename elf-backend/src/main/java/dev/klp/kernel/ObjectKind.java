package dev.klp.kernel;

/** The two kinds of object that a livepatch can name: {@code klp_object.name} is null for the first. */
public enum ObjectKind {
    /** The kernel proper, with everything built in. */
    VMLINUX,
    /** A loadable module. */
    MODULE
}
