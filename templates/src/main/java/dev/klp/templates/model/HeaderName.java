package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/** A kernel header as it stands between {@code <} and {@code >}: {@code linux/mm.h}. */
public record HeaderName(String text) {
    public HeaderName {
        Texts.refuse("header name", text, problem(text));
    }

    /** What keeps {@code text} from being a header's name, or null. */
    public static @Nullable String problem(String text) {
        if (text.startsWith("<") || text.startsWith("\"")) {
            return "contains " + Texts.show(text.charAt(0)) + ", write the name alone: 'linux/mm.h'";
        }
        String problem = RelativePath.problem(text);
        if (problem != null) {
            return problem;
        }
        return text.endsWith(".h") ? null : "does not end with '.h'";
    }

    @Override
    public String toString() {
        return text;
    }
}
