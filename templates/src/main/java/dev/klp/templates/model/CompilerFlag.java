package dev.klp.templates.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flag for the compiler that means nothing to make and the shell: one word of a kind that changes no file's name. */
public record CompilerFlag(String text) {
    private static final List<String> KINDS = List.of("-D", "-U", "-W", "-f", "-O", "-g", "-m", "-std=");

    /** Beside letters and digits. */
    private static final String PERMITTED = "-_=+.,:/";

    public CompilerFlag {
        Texts.refuse("compiler flag", text, problem(text));
    }

    /** What keeps {@code text} from being such a flag, or null. */
    public static @Nullable String problem(String text) {
        if (KINDS.stream().noneMatch(text::startsWith)) {
            return "is none of " + String.join(", ", KINDS);
        }
        return text.chars()
                .filter(c -> !Texts.isLetterOrDigit(c) && PERMITTED.indexOf(c) < 0)
                .mapToObj(c -> "contains " + Texts.show(c) + ", which make or the shell would take for something else")
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return text;
    }
}
