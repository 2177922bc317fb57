package dev.klp.kernel.vmlinux;

/**
 * Parts of a kernel that linker scripts mark with two symbols ({@code include/asm-generic/vmlinux.lds.h}, {@code
 * include/asm-generic/sections.h}).
 */
public enum KernelRange {
    /** All code that stays. */
    TEXT("_stext", "_etext"),
    /** Code that may not be traced, because it runs where tracing does not work yet ({@code noinstr}). */
    NOINSTR_TEXT("__noinstr_text_start", "__noinstr_text_end"),
    /** Code of start-up ({@code __init}). */
    INIT_TEXT("_sinittext", "_einittext"),
    /** Everything whose memory is freed after start-up; code of exit functions may be among it. */
    INIT("__init_begin", "__init_end"),
    /** Entry code of the architecture, where nothing may be traced. */
    ENTRY_TEXT("__entry_text_start", "__entry_text_end"),
    /** Code that kprobes may not touch; most of it is not traced either. */
    KPROBES_TEXT("__kprobes_text_start", "__kprobes_text_end");

    private final String start;
    private final String end;

    KernelRange(String start, String end) {
        this.start = start;
        this.end = end;
    }

    String start() {
        return start;
    }

    String end() {
        return end;
    }
}
