package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * A file's place below a folder: parts of {@code A-Z a-z 0-9 . _ + -} with {@code /} between them. It means the same to
 * C, make, the shell, a jar and every file system, and cannot leave the folder or be taken for an option.
 */
public record RelativePath(String text) {
    public RelativePath {
        Texts.refuse("path", text, problem(text));
    }

    /** The path of {@code child} below this folder. */
    public RelativePath resolve(RelativePath child) {
        return new RelativePath(text + "/" + child.text);
    }

    /** What keeps {@code text} from being a path below a folder, or null. */
    public static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        if (text.startsWith("/")) {
            return "begins with '/', it must be relative";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Texts.isLetterOrDigit(c) && "._+-/".indexOf(c) < 0) {
                return "contains " + Texts.show(c) + ", a path consists of letters, digits and '.', '_', '+', '-', '/'";
            }
        }
        for (String part : text.split("/", -1)) {
            if (part.isEmpty()) {
                return "has an empty part";
            }
            if (part.equals(".") || part.equals("..")) {
                return "has the part '" + part + "'";
            }
            if (part.startsWith("-")) {
                return "has the part '" + part + "', which begins with '-'";
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
