package dev.klp.processor.csource;

/**
 * A place in the author's C text.
 *
 * @param file the file's path as the patch names it
 * @param line the line, from 1
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
