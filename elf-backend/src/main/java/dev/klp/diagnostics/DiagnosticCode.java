package dev.klp.diagnostics;

import static dev.klp.diagnostics.Severity.ERROR;
import static dev.klp.diagnostics.Severity.WARNING;

/**
 * Every mistake that is reported, each with a stable code. Codes are dense and never given to another mistake; a new
 * mistake takes the next number.
 */
public enum DiagnosticCode {
    /** A patch names a type or a constant that does not exist, even after all other processors have run. */
    UNRESOLVED("KLP001", ERROR, "unresolved"),
    /** A patch that is neither an interface nor a class. */
    PATCH_TYPE("KLP002", ERROR, "patch-type"),
    /** An object that is neither an interface nor a class. */
    OBJECT_TYPE("KLP003", ERROR, "object-type"),
    /** An annotation at a place where it says nothing. */
    MISPLACED("KLP004", ERROR, "misplaced"),
    /** A method for a replaced function that has parameters or a body. */
    FUNCTION_METHOD("KLP005", ERROR, "function-method"),
    /** A module name that the kernel or Kbuild would not take. */
    MODULE_NAME("KLP006", ERROR, "module-name"),
    /** Two patches of one compilation with one module name. */
    DUPLICATE_MODULE("KLP007", ERROR, "duplicate-module"),
    /** A name that no module of the kernel can have. */
    OBJECT_NAME("KLP008", ERROR, "object-name"),
    /** An object listed twice: the kernel answers -EEXIST. */
    DUPLICATE_OBJECT("KLP009", ERROR, "duplicate-object"),
    /** An object that says nothing. */
    EMPTY_OBJECT("KLP010", WARNING, "empty-object"),
    /** A patch that replaces no function. */
    NO_FUNCTION("KLP011", ERROR, "no-function"),
    /** A name that no symbol of the kernel can have. */
    SYMBOL_NAME("KLP012", ERROR, "symbol-name"),
    /** A symbol position outside its range. */
    SYMPOS("KLP013", ERROR, "sympos"),
    /** A function listed twice in an object: the kernel answers -EEXIST. */
    DUPLICATE_FUNCTION("KLP014", ERROR, "duplicate-function"),
    /** A new function whose name C would not take. */
    NEW_FUNCTION("KLP015", ERROR, "new-function"),
    /** A declaration that is none. */
    DECLARATION("KLP016", ERROR, "declaration"),
    /** A declaration of another name than the relocation's. */
    DECLARED_NAME("KLP017", ERROR, "declared-name"),
    /** A relocation whose C name C would not take. */
    C_NAME("KLP018", ERROR, "c-name"),
    /** One C name for two things. */
    C_NAME_CLASH("KLP019", ERROR, "c-name-clash"),
    /** A symbol of vmlinux that a module's loading would resolve: the kernel refuses to load that module. */
    VMLINUX_SYMBOL_IN_MODULE("KLP020", ERROR, "vmlinux-symbol-in-module"),
    /** A patch without C files. */
    NO_SOURCE("KLP021", ERROR, "no-source"),
    /** A path of a C file that could leave the tree or means something to make or the shell. */
    SOURCE_PATH("KLP022", ERROR, "source-path"),
    /** A C file listed twice. */
    DUPLICATE_SOURCE("KLP023", ERROR, "duplicate-source"),
    /** A C file that is nowhere. */
    SOURCE_MISSING("KLP024", ERROR, "source-missing"),
    /** A C file that cannot be read. */
    SOURCE_UNREADABLE("KLP025", ERROR, "source-unreadable"),
    /** A header name that is none. */
    HEADER_NAME("KLP026", ERROR, "header-name"),
    /** A tag that the module has anyway, or that is none. */
    MODINFO_TAG("KLP027", ERROR, "modinfo-tag"),
    /** Module information that is not one line of text. */
    MODINFO_VALUE("KLP028", ERROR, "modinfo-value"),
    /** A generated file that cannot be written. */
    OUTPUT("KLP029", ERROR, "output"),
    /** An option with a value that it cannot have. */
    OPTION("KLP030", ERROR, "option"),
    /** An option {@code klp.*} that does not exist. */
    UNKNOWN_OPTION("KLP031", WARNING, "unknown-option"),
    /** A defect of the checker itself. */
    INTERNAL("KLP999", ERROR, "internal");

    private final String id;
    private final Severity severity;
    private final String key;

    DiagnosticCode(String id, Severity severity, String key) {
        this.id = id;
        this.severity = severity;
        this.key = key;
    }

    /** {@code KLP} and three digits. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Its name in words; {@code @SuppressWarnings("klp:<key>")} silences a warning. */
    public String key() {
        return key;
    }
}
