package dev.klp.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What the process was started in.
 *
 * @param variables the environment variables
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 */
record Environment(Map<String, String> variables, boolean outIsTerminal, boolean errIsTerminal) {
    /**
     * The running process's. Java can't tell which of its streams are terminals, so the launcher tells it by a system property
     * that holds the numbers of those that are.
     */
    static Environment ofProcess() {
        String terminals = System.getProperty("klp.terminals", "");
        return new Environment(System.getenv(), terminals.contains("1"), terminals.contains("2"));
    }

    /**
     * Whether a stream is coloured: as {@code --color} says, and by itself on a terminal unless {@code NO_COLOR}
     * (no-color.org) or {@code TERM=dumb} is set.
     */
    Ansi style(ColorMode mode, boolean isTerminal) {
        return switch (mode) {
            case ALWAYS -> Ansi.ON;
            case NEVER -> Ansi.OFF;
            case AUTO -> isTerminal && !hasNoColor() && !"dumb".equals(variables.get("TERM")) ? Ansi.ON : Ansi.OFF;
        };
    }

    private boolean hasNoColor() {
        String value = variables.get("NO_COLOR");
        return value != null && !value.isEmpty();
    }
}
