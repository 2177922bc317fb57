package dev.klp.diagnostics;

/** How bad a finding is. */
public enum Severity {
    /** The kernel refuses the patch, never applies it, or the patch is unsafe. Nothing is generated. */
    ERROR,
    /** Suspicious, and possibly meant so: can be silenced. */
    WARNING
}
