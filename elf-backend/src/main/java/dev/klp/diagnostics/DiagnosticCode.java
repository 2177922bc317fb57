package dev.klp.diagnostics;

import static dev.klp.diagnostics.Severity.ERROR;
import static dev.klp.diagnostics.Severity.WARNING;

import org.jspecify.annotations.Nullable;

/**
 * Every mistake that is reported, each with a stable code. Codes are never given to another mistake. Those of a patch's source
 * begin at {@code KLP001}, those of a built module at {@code KLP501}; a new mistake takes a number behind the last. A built module
 * can have a source's mistake as well.
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
    /** A kernel to check against that cannot be read. */
    KERNEL("KLP032", ERROR, "kernel"),
    /** A kernel that cannot livepatch. */
    NO_LIVEPATCH("KLP033", ERROR, "no-livepatch"),
    /** A module that the kernel does not have: the patch would wait for it for ever. */
    UNKNOWN_OBJECT("KLP034", ERROR, "unknown-object"),
    /** A module that the kernel has built in: its functions are those of vmlinux. */
    BUILT_IN_OBJECT("KLP035", ERROR, "built-in-object"),
    /** A symbol that its object does not have. */
    UNKNOWN_SYMBOL("KLP036", ERROR, "unknown-symbol"),
    /** A function of which the compiler left only copies or parts under other names. */
    CLONE_ONLY("KLP037", ERROR, "clone-only"),
    /** A name that several symbols have, and no position. */
    AMBIGUOUS_SYMBOL("KLP038", ERROR, "ambiguous-symbol"),
    /** A global symbol whose name local ones or data have too, and no position. */
    GLOBAL_HOMONYM("KLP039", ERROR, "global-homonym"),
    /** A position beyond the symbols of a name. */
    SYMPOS_RANGE("KLP040", ERROR, "sympos-range"),
    /** Something to replace that is no function. */
    NOT_A_FUNCTION("KLP041", ERROR, "not-a-function"),
    /** A function that ftrace cannot redirect. */
    UNTRACEABLE("KLP042", ERROR, "untraceable"),
    /** A symbol whose memory is freed before a patch can use it. */
    INIT_SYMBOL("KLP043", ERROR, "init-symbol"),
    /** One function replaced under two of its names. */
    SAME_ADDRESS("KLP044", ERROR, "same-address"),
    /** A function of which copies stay as they are. */
    SIBLING_CLONES("KLP045", WARNING, "sibling-clones"),
    /** A function that is replaced under its other names as well. */
    SECOND_NAME("KLP046", WARNING, "second-name"),
    /** A copy whose parameters may not be those of the source. */
    REPLACED_CLONE("KLP047", WARNING, "replaced-clone"),
    /** A position that changes once the module is live. */
    LIVE_POSITION("KLP048", WARNING, "live-position"),
    /** A relocation to what is exported anyway. */
    EXPORTED_SYMBOL("KLP049", WARNING, "exported-symbol"),
    /** A relocation that declares a function where data is, or the reverse. */
    DECLARED_KIND("KLP050", ERROR, "declared-kind"),
    /** A symbol of a module that need not be loaded when its user is. */
    OUTSIDE_DEPENDENCIES("KLP051", ERROR, "outside-dependencies"),
    /** A symbol of a module that would have to be loaded before the patch. */
    MODULE_SYMBOL_IN_VMLINUX("KLP052", ERROR, "module-symbol-in-vmlinux"),
    /** Relocations that wait for an object that the patch does not patch. */
    CLOSED_GATE("KLP053", ERROR, "closed-gate"),
    /** A callback or a hook whose name C would not take. */
    CALLED_FUNCTION("KLP054", ERROR, "called-function"),
    /** A state with the id at which the kernel's array ends. */
    STATE_ID("KLP055", ERROR, "state-id"),
    /** A state with a name or a version that it cannot have. */
    STATE("KLP056", ERROR, "state"),
    /** A state listed twice. */
    DUPLICATE_STATE("KLP057", ERROR, "duplicate-state"),
    /** A module parameter whose name C would not take. */
    PARAM_NAME("KLP058", ERROR, "param-name"),
    /** A module parameter listed twice. */
    DUPLICATE_PARAM("KLP059", ERROR, "duplicate-param"),
    /** A permission that the kernel does not compile. */
    PERMISSION("KLP060", ERROR, "permission"),
    /** A hook that names no function. */
    EMPTY_HOOK("KLP061", ERROR, "empty-hook"),
    /** A compiler flag that could mean something else to make or the shell. */
    COMPILER_FLAG("KLP062", ERROR, "compiler-flag"),
    /** A namespace that is no word. */
    NAMESPACE_NAME("KLP063", ERROR, "namespace-name"),
    /** A name in the C text that only an unexported symbol has, and no relocation. */
    UNDECLARED_SYMBOL("KLP064", WARNING, "undeclared-symbol"),
    /** A neighbour or a file that points at no one symbol. */
    ANCHOR("KLP065", ERROR, "anchor"),
    /** A position that is not that of the neighbour or file given beside it. */
    CONTRADICTED_POSITION("KLP066", ERROR, "contradicted-position"),
    /** Something to be found in a kernel, and no kernel. */
    NO_KERNEL("KLP067", ERROR, "no-kernel"),
    /** A new function that does not take or return what callers of the old one pass and read. */
    PROTOTYPE("KLP068", ERROR, "prototype"),
    /** A new function that returns less than callers of the old one read. */
    RETURN_TYPE("KLP069", ERROR, "return-type"),
    /** A system call of which the entry for 32-bit programs stays as it is. */
    COMPAT_SYSCALL("KLP070", WARNING, "compat-syscall"),
    /** A function that some task is always in. */
    NEVER_ENDING("KLP071", WARNING, "never-ending"),
    /** Something in the C text that is generated as well. */
    MODULE_BOILERPLATE("KLP072", ERROR, "module-boilerplate"),
    /** A static key of a module, used where the loader reads it too early. */
    MODULE_KEY("KLP073", ERROR, "module-key"),
    /** A callback without the one that undoes it. */
    LONE_CALLBACK("KLP074", WARNING, "lone-callback"),
    /** A declaration left out that BTF cannot give. */
    NO_DECLARATION("KLP075", ERROR, "no-declaration"),
    /** A function that a released patch replaces and the one that takes its place does not. */
    DROPPED_FUNCTION("KLP076", WARNING, "dropped-function"),
    /** A released patch whose clean-up never runs, because this one takes its place. */
    UNCALLED_UNPATCH("KLP077", WARNING, "uncalled-unpatch"),
    /** A function that a released patch replaces too, which stays loaded. */
    SHARED_FUNCTION("KLP078", WARNING, "shared-function"),
    /** A state of a released patch that is left out or goes back: the kernel answers -EINVAL. */
    STATE_COMPATIBILITY("KLP079", ERROR, "state-compatibility"),
    /** A shadow variable whose name C would not take, or that is listed twice. */
    SHADOW("KLP080", ERROR, "shadow"),
    /** One number for two shadow variables. */
    SHADOW_ID("KLP081", ERROR, "shadow-id"),
    /** A type that is none of C, or that needs something behind the name. */
    C_TYPE("KLP082", ERROR, "c-type"),
    /** A system call that the kernel cannot have, or that contradicts itself. */
    SYSCALL("KLP083", ERROR, "syscall"),
    /** An included type that is no patch, includes others itself or is listed twice. */
    INCLUDE("KLP084", ERROR, "include"),
    /** Two included patches that cannot be one module. */
    INCLUDE_CLASH("KLP085", ERROR, "include-clash"),
    /** A string of C that ends with its line, because Java read the text first. */
    CODE_STRING("KLP096", ERROR, "code-string"),
    /** Something that a kernel of this version does not understand. */
    KERNEL_FEATURE("KLP106", ERROR, "kernel-feature"),
    /** A patch that is to take the place of others, for a kernel in which none can. */
    NO_REPLACE("KLP107", WARNING, "no-replace"),
    // From here on mistakes in built modules.
    /** A module that breaks the rules of its file format. */
    MALFORMED_MODULE("KLP501", ERROR, "malformed-module"),
    /** A module with more sections than the kernel can number. */
    TOO_MANY_SECTIONS("KLP502", ERROR, "too-many-sections"),
    /** A relocation against a symbol beyond the symbol table. */
    STALE_SYMBOL_INDEX("KLP503", ERROR, "stale-symbol-index"),
    /** A module that does not say that it is a livepatch. */
    NOT_MARKED_AS_LIVEPATCH("KLP504", ERROR, "not-marked-as-livepatch"),
    /** A module of a licence to which livepatching is closed. */
    LICENSE("KLP505", ERROR, "license"),
    /** A module for another kernel. */
    VERMAGIC("KLP506", ERROR, "vermagic"),
    /** A livepatch that loads only while another module is loaded. */
    DEPENDS_ON_MODULE("KLP507", WARNING, "depends-on-module"),
    /** A module that never enables a livepatch. */
    NEVER_ENABLED("KLP508", WARNING, "never-enabled"),
    /** A common symbol, which has no place in a module. */
    COMMON_SYMBOL("KLP509", ERROR, "common-symbol"),
    /** A symbol that nobody exports. */
    UNDEFINED_SYMBOL("KLP510", ERROR, "undefined-symbol"),
    /** A symbol for the livepatch core that was never converted and is taken for 0. */
    WEAK_ANNOTATION("KLP511", ERROR, "weak-annotation"),
    /** A type of relocation that the module loader does not know. */
    RELOCATION_TYPE("KLP512", ERROR, "relocation-type"),
    /** A relocation of a place outside its section. */
    PLACE_OUTSIDE_SECTION("KLP513", ERROR, "place-outside-section"),
    /** A relocation of a place that holds something. */
    PLACE_NOT_ZERO("KLP514", ERROR, "place-not-zero"),
    /** A symbol for the livepatch core in a relocation that the loader applies. */
    LIVEPATCH_SYMBOL_IN_ORDINARY_RELOCATION("KLP515", ERROR, "livepatch-symbol-in-ordinary-relocation"),
    /** A livepatch relocation section whose name names no object. */
    RELOCATION_SECTION_NAME("KLP516", ERROR, "relocation-section-name"),
    /** A livepatch relocation against an ordinary symbol. */
    NO_LIVEPATCH_SYMBOL("KLP517", ERROR, "no-livepatch-symbol"),
    /** A livepatch symbol whose name the kernel cannot take apart. */
    LIVEPATCH_SYMBOL_NAME("KLP518", ERROR, "livepatch-symbol-name"),
    /** An exported symbol of another type than the module was built for. */
    SYMBOL_VERSION("KLP519", ERROR, "symbol-version"),
    /** A livepatch relocation of a section that takes no memory. */
    TARGET_NOT_LOADED("KLP520", ERROR, "target-not-loaded"),
    /** A livepatch relocation of per-cpu variables, which are copied before. */
    PER_CPU_TARGET("KLP521", ERROR, "per-cpu-target"),
    /** A livepatch relocation of a section that is freed before. */
    INIT_TARGET("KLP522", ERROR, "init-target"),
    /** A livepatch relocation of a section that the loader has read before. */
    READ_ONCE_TARGET("KLP523", ERROR, "read-once-target"),
    /** A section that only older kernels know. */
    ARCH_SECTION("KLP524", WARNING, "arch-section"),
    /** A module whose patch cannot be read before it is loaded. */
    PATCH_NOT_FOUND("KLP525", WARNING, "patch-not-found"),
    /** A symbol of a namespace that the module does not import. */
    NAMESPACE("KLP526", ERROR, "namespace"),
    /** A patched object without an array of functions. */
    OBJECT_WITHOUT_FUNCTIONS("KLP527", ERROR, "object-without-functions"),
    /** An array without the empty entry at which the kernel stops. */
    UNTERMINATED_ARRAY("KLP528", ERROR, "unterminated-array"),
    /** An entry that does not name a function and its replacement. */
    PATCHED_FUNCTION("KLP529", ERROR, "patched-function"),
    /** A module without the signature that the kernel asks for. */
    SIGNATURE_REQUIRED("KLP530", ERROR, "signature-required"),
    /** A patched module that cannot be loaded a second time. */
    TARGET_CANNOT_BE_RELOADED("KLP531", WARNING, "target-cannot-be-reloaded"),
    /** A module that strip would spoil. */
    MUST_NOT_BE_STRIPPED("KLP532", WARNING, "must-not-be-stripped"),
    /** A livepatch for another release, which this kernel would take. */
    OTHER_RELEASE("KLP533", WARNING, "other-release"),
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

    /** The code of an id such as {@code KLP012}, or null if there is none. */
    public static @Nullable DiagnosticCode of(String id) {
        for (DiagnosticCode code : values()) {
            if (code.id.equals(id)) {
                return code;
            }
        }
        return null;
    }

    /** {@code KLP} and three digits. */
    public String id() {
        return id;
    }

    /** Whether it is found in built modules only. */
    public boolean isOfModules() {
        return this != INTERNAL && id.compareTo("KLP5") > 0;
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
