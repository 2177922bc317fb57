package dev.klp.boot;

/** Text that a POSIX shell reads back as it was. */
final class ShellText {
    private ShellText() {}

    /** The text as one word: nothing in single quotes means anything to the shell but the quote itself. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The text as one word without line ends and other control characters, for a line of the log. */
    static String quoteLine(String text) {
        return quote(text.replaceAll("\\p{Cntrl}+", " "));
    }
}
