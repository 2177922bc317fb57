package dev.klp.kernel;

/**
 * One file or folder that an index was made from.
 *
 * @param kind what it is
 * @param path where it was, as an absolute path
 * @param sizeBytes its size; of a folder, the number of modules in it
 * @param sha256 the SHA-256 of its bytes in lower-case hex; of a folder, of the relative paths of its modules
 */
public record IndexedSource(SourceKind kind, String path, long sizeBytes, String sha256) {}
