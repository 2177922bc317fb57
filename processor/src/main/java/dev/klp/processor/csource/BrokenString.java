package dev.klp.processor.csource;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** String literals of C that do not end on their line (C11 6.4.5), which no compiler takes. */
public final class BrokenString {
    /**
     * What can stand outside of strings, each as a whole; a string, whole or not, is the last group. A conditional takes the
     * rest of the text: what it skips need be no C.
     */
    private static final Pattern PART =
            Pattern.compile("//(?:\\\\\n|.)*|(?s:/\\*.*?(?:\\*/|\\z))|(?s:(?m:^)[ \t]*#[ \t]*if.*)"
                    + "|'(?:\\\\.|[^'\\\\\n])*'|(\"(?:\\\\(?s:.)|[^\"\\\\\n])*+\"?)");

    private BrokenString() {}

    /** The first one, with its quote and up to the end of its line. */
    public static Optional<String> first(String text) {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String string = part.group(1);
            if (string != null && (string.length() == 1 || !string.endsWith("\""))) {
                return Optional.of(string);
            }
        }
        return Optional.empty();
    }
}
