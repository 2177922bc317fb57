package dev.klp.templates.model;

/**
 * One C file of the author's.
 *
 * @param path where it stands below {@code src/} in the generated tree
 * @param text its content, copied as it is
 */
public record SourceFile(RelativePath path, String text) {}
