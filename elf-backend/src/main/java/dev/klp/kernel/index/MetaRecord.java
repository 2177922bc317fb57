package dev.klp.kernel.index;

/**
 * The only entry of {@link IndexFormat.Part#META}, 24 bytes of u32: the strings release and architecture, the numbers of symbols and of
 * names, flags, the string of the source's version.
 */
final class MetaRecord {
    static final int BYTES = 24;
    static final int RELEASE = 0;
    static final int ARCHITECTURE = 4;
    static final int SYMBOL_COUNT = 8;
    static final int NAME_COUNT = 12;
    static final int FLAGS = 16;
    static final int SOURCE_VERSION = 20;

    static final int HAS_CONFIG = 1;

    private MetaRecord() {}
}
