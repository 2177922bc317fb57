package dev.klp.kernel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One symbol of one object. A view on the index: it costs nothing until asked, and must not be asked once the index is closed.
 */
public interface KernelSymbol {
    /** Its name, in which bytes above 0x7f are kept as the characters of the same value. */
    String name();

    /** The object that it is in. */
    KernelObject object();

    /** Its index among all symbols of the object in the kernel's order, from 0. */
    int index();

    /**
     * Its {@code sympos}: which of the symbols of this name in this object it is, from 1, counted as the kernel counts when a
     * livepatch is applied to vmlinux or to a module that is just being loaded. All kinds of symbols count.
     */
    int position();

    /** How many symbols of this name the object has. A position of 0 is right only for 1. */
    int occurrences();

    /**
     * Its position once the module is live and its init memory is freed; empty if it is then gone. Differs from {@link #position()}
     * only if a symbol of the same name in an init section comes before it, in which case no position is right for both a patch
     * loaded before the module and one loaded after it ({@code is_core_symbol} in kernel/module/kallsyms.c).
     */
    OptionalInt livePosition();

    /** Its address in vmlinux before relocation by KASLR, or its offset in its section of a module; unsigned. */
    long address();

    /** The section of a module that it is in; empty for vmlinux and for symbols outside sections. */
    Optional<String> section();

    /** Its size in bytes, if a symbol table tells; kallsyms doesn't. */
    OptionalLong sizeBytes();

    /** The letter that {@code /proc/kallsyms} and {@code nm} print for it. */
    char type();

    /** What it stands for. */
    SymbolKind kind();

    /** Whether it is visible outside its C file. */
    boolean isGlobal();

    /** Whether it is weak. */
    boolean isWeak();

    /** Whether its memory is freed once the kernel or its module has started. */
    boolean isInit();

    /** Whether a livepatch can replace it. */
    Traceability traceability();

    /** Its export by this object, if any. */
    Optional<Export> export();

    /** The other names at its address: replacing two of them puts two replacements on one function. */
    List<String> aliases();

    /** The symbol before it in address order, at another address, {@code __pfx_*} paddings left out. */
    Optional<KernelSymbol> previous();

    /** The symbol after it in address order, at another address, {@code __pfx_*} paddings left out. */
    Optional<KernelSymbol> next();

    /** The path or name of the source file, where the symbol table has {@code STT_FILE} symbols. */
    Optional<String> sourceFile();

    /**
     * The functions, or for data the variables, that BTF has of this name in this object. More than one if several functions of this
     * name have different prototypes: BTF doesn't say which is whose. None for the clones that a compiler made, and for most data:
     * BTF usually has only the per-CPU variables.
     */
    List<TypeReference> types();

    /** The C declarations of {@link #types()}, without a semicolon. */
    List<String> declarations();
}
