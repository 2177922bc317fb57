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
 * @param errIsTerminal whether a person watches {@code err}, so that lines on it may be written over
 */
record Console(PrintStream out, PrintStream err, Ansi outStyle, Ansi errStyle, boolean errIsTerminal) {
    /** Says one line that is no error to the person at the terminal. */
    void note(String text) {
        err.println("klp: " + text);
    }

    /** Says one line of an error to the person at the terminal. */
    void error(String text) {
        err.println(errStyle.string("@|bold,red klp:|@ ") + text);
    }
}
