package dev.klp.templates;

import dev.klp.templates.model.RelativePath;

/**
 * One file of a generated tree.
 *
 * @param path its place below the tree's folder
 * @param text its content, with {@code \n} at the end of every line
 */
public record GeneratedFile(RelativePath path, String text) {}
