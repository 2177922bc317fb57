package dev.klp.templates.model;

/**
 * A line of the author's source.
 *
 * @param file the file below the folder of sources that it stands in: {@code demo/fix.c}
 * @param line the line, from 1
 */
public record SourceLine(RelativePath file, int line) {
    public SourceLine {
        if (line < 1) {
            throw new IllegalArgumentException("no line of " + file + ": " + line);
        }
    }

    /** The directive behind which the compiler takes the next line for this one (C11 6.10.4). */
    public String directive() {
        return "#line " + line + " \"" + file + "\"\n";
    }
}
