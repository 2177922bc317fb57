package dev.klp.kernel;

/**
 * Whether ftrace, and so livepatching, can redirect a symbol, or why not.
 *
 * <p>The kernel asks {@code ftrace_location} (kernel/trace/ftrace.c): any record of {@code __mcount_loc} from the symbol's address
 * up to the next symbol's. The record isn't always at the address itself: after an {@code endbr64} on x86-64, after the entry of
 * the global address on ppc64le, after the leading NOPs on arm64.
 *
 * <p>Farther away than {@code FTRACE_MCOUNT_MAX_OFFSET} it is the record of a weak function that was overridden and has lost its
 * symbol. The kernel then loads a livepatch of the function before it, but keeps such records disabled ({@code test_for_valid_rec}):
 * nothing is redirected, so that the answer is {@link #NOTRACE}.
 */
public enum Traceability {
    /** There is a record: it can be replaced. */
    TRACEABLE("can be replaced"),
    /** It isn't code. */
    NOT_A_FUNCTION("not a function"),
    /** Compiled without a call to ftrace of its own: {@code notrace}, an inline function kept out of line, or written in assembly. */
    NOTRACE("no ftrace record: notrace, an inline function kept out of line, or assembly"),
    /** In {@code .noinstr.text}, which runs where tracing isn't allowed. */
    NOINSTR("in .noinstr.text, where nothing may be traced"),
    /** {@code __init}: its memory is freed once the kernel or the module has started. */
    INIT("__init: freed after start-up"),
    /** {@code __exit}: never called in a running kernel, and compiled without a call to ftrace. */
    EXIT("__exit: not traced"),
    /** The unlikely part of a function, moved away by the compiler. It is replaced together with its function. */
    COLD("the .cold part of a function, replaced with the function itself"),
    /** The sources of the index don't tell. */
    UNKNOWN("the indexed sources do not tell");

    private final String text;

    Traceability(String text) {
        this.text = text;
    }

    /** The answer as a phrase for a person. */
    public String text() {
        return text;
    }
}
