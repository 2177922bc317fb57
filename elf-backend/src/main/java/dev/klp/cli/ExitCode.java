package dev.klp.cli;

/** What the process reports to its caller. */
final class ExitCode {
    /** Done. */
    static final int OK = 0;
    /** There are findings, or the input was refused. */
    static final int REFUSED = 1;
    /** The command line itself is wrong. */
    static final int USAGE = 2;
    /** A defect of this program ({@code EX_SOFTWARE} of sysexits.h). */
    static final int INTERNAL = 70;

    private ExitCode() {}
}
