package dev.klp.processor.csource;

/**
 * A place in the author's C text.
 *
 * @param source the file in the tree
 * @param file the file that the author wrote
 * @param line the line there, from 1
 */
public record Place(String source, String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
