package dev.klp.kernel;

/** The kinds of file that a kernel is known from. Recognised by content. */
public enum SourceKind {
    /** {@code vmlinuz}, {@code bzImage}, {@code Image}, {@code vmlinux}. */
    KERNEL_IMAGE("kernel image"),
    /** A folder of modules such as {@code /lib/modules/<release>}. Its digest covers the names of the modules in it. */
    MODULES_FOLDER("modules folder"),
    /** One module, possibly compressed. */
    MODULE("module"),
    /** {@code modules.builtin}: the modules that this kernel has built in. */
    MODULES_BUILTIN("list of built-in modules"),
    /** {@code modules.builtin.modinfo}: what those say of themselves. */
    MODULES_BUILTIN_MODINFO("modinfo of the built-in modules"),
    /** {@code Module.symvers}. */
    SYMVERS("Module.symvers"),
    /** {@code .config}. */
    CONFIG("kernel configuration"),
    /** {@code System.map}. */
    SYSTEM_MAP("System.map"),
    /** A copy of {@code /proc/kallsyms}. */
    KALLSYMS_DUMP("dump of /proc/kallsyms"),
    /** The symbol list of klp-convert. */
    SYMBOLS_KLP("symbols.klp");

    private final String text;

    SourceKind(String text) {
        this.text = text;
    }

    /** What a person calls it. */
    public String text() {
        return text;
    }
}
