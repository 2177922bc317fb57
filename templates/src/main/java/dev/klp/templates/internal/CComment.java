package dev.klp.templates.internal;

/** Comments of C. */
final class CComment {
    private CComment() {}

    /** The text of a comment: visible ASCII on one line, in which nothing ends the comment or begins another. */
    static String text(String text) {
        return text.replaceAll("[^ -~]", "?").replace("*/", "* /").replace("/*", "/ *");
    }
}
