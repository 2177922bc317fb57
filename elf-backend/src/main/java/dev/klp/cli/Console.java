package dev.klp.cli;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command speaks.
 *
 * @param out takes results and nothing else
 * @param err takes everything said to the person at the terminal
 * @param outStyle whether {@code out} may be coloured
 * @param errStyle whether {@code err} may be coloured
 */
record Console(PrintStream out, PrintStream err, Ansi outStyle, Ansi errStyle) {
    /** Says one line of an error to the person at the terminal. */
    void error(String text) {
        err.println(errStyle.string("@|bold,red klp:|@ ") + text);
    }
}
