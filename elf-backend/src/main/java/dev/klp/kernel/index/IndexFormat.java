package dev.klp.kernel.index;

/**
 * The layout of an index file, version 2. All numbers are unsigned and little-endian, whatever the machine; all offsets count from
 * the start of the file unless said otherwise.
 *
 * <pre>
 * header       64 bytes
 *    0  8      magic
 *    8  u32    version
 *   12  u32    block size in bytes
 *   16  u64    file size
 *   24  u64    offset of the block checksums
 *   32  u32    number of blocks
 *   36  u32    number of directory entries
 *   40  u32    CRC-32C of the block checksums
 *   44  u32    CRC-32C of the directory
 *   48  12     zero
 *   60  u32    CRC-32C of the 60 bytes before
 * directory    24 bytes an entry: u32 part, u32 zero, u64 offset, u64 size
 * parts        each at a multiple of 8
 * checksums    u32 per block: its CRC-32C. Blocks begin at the end of the directory; the last one ends at the checksums
 * </pre>
 *
 * <p>Opening reads header, directory and checksums. The rest is checked block by block when it is first looked at, so that
 * opening costs the same for any kernel, and nothing is answered from a byte that was not checked.
 *
 * <p>A <i>string</i> is the offset of u16 length and UTF-8 bytes in {@link Part#STRINGS}, 0xffffffff for none. A <i>name</i> is the
 * number of a symbol's name in the dictionary, whose names are sorted by byte; its bytes are kept as the symbol table has them. A
 * <i>symbol</i> is a number from 0 that counts through all objects, which are sorted by name, and through each object's symbols in
 * the order in which the kernel counts positions.
 */
final class IndexFormat {
    /** With a byte above 0x7f and both line ends, so that a transfer as text is noticed, as in PNG. */
    static final byte[] MAGIC = {(byte) 0x89, 'K', 'L', 'P', '\r', '\n', 0x1a, '\n'};

    static final int VERSION = 2;
    static final int HEADER_BYTES = 64;
    static final int DIRECTORY_ENTRY_BYTES = 24;
    static final int BLOCK_BYTES = 1 << 14;
    static final int PART_ALIGNMENT = 8;

    static final int NO_STRING = 0xFFFF_FFFF;

    /** Names that share one entry of {@link Part#NAME_BLOCKS}. */
    static final int NAMES_PER_BLOCK = 16;

    /** The longest name that is taken: the longest string of {@link Part#STRINGS}. */
    static final int MAX_STRING_BYTES = 0xFFFF;

    private IndexFormat() {}

    /** The parts of the file. */
    enum Part {
        /** The strings. */
        STRINGS(1, "strings"),
        /** See {@link MetaRecord}. */
        META(2, "meta data"),
        /** One {@link SourceRecord} per source. */
        SOURCES(3, "sources"),
        /** One {@link ObjectRecord} per object, sorted by name. */
        OBJECTS(4, "objects"),
        /** Per object the strings that are the names of the sections that hold its symbols. */
        SECTION_NAMES(5, "section names"),
        /** Per object the strings that are its dependencies. */
        DEPENDENCIES(6, "dependencies"),
        /** Per 16 names u32: where in {@link #NAME_BYTES} the first of them begins. */
        NAME_BLOCKS(7, "name blocks"),
        /**
         * The names, sorted: per name ULEB128 count of leading bytes shared with the one before (0 for the first of a block),
         * ULEB128 count of the other bytes, those bytes.
         */
        NAME_BYTES(8, "names"),
        /** Per name, and one more, u32: the first of its entries in {@link #OCCURRENCES}. */
        OCCURRENCE_STARTS(9, "occurrence starts"),
        /** u32 each: the symbols of each name, ascending, so by object and within it in the kernel's order. */
        OCCURRENCES(10, "occurrences"),
        /** One {@link SymbolRecord} per symbol. */
        SYMBOLS(11, "symbols"),
        /** Of the objects that need them u32 per symbol: bits 32 to 63 of its address. */
        HIGH_ADDRESSES(12, "high addresses"),
        /** Per object its symbols as u32, counted from its first, sorted by section and address, ties in the kernel's order. */
        ADDRESS_ORDER(13, "address order"),
        /** Of the objects that know them per symbol the string that names its source file. */
        SOURCE_FILES(14, "source files"),
        /** One {@link ExportRecord} per export, sorted by name. */
        EXPORTS(15, "exports"),
        /** Per built-in module two strings, its name and its path, sorted by name. */
        BUILT_IN(16, "built-in modules"),
        /** Per configuration option two strings, its name and its value, {@code n} for one that is not set, sorted by name. */
        CONFIG(17, "configuration"),
        /** Per object pairs of name and BTF type id (u32 each) of its functions and variables, sorted. */
        TYPE_NAMES(18, "type names"),
        /** The objects' BTF, as it is or deflated (RFC 1950). */
        TYPES(19, "types");

        private final int id;
        private final String label;

        Part(int id, String label) {
            this.id = id;
            this.label = label;
        }

        /** The number in the directory. */
        int id() {
            return id;
        }

        /** The name in messages. */
        String label() {
            return label;
        }
    }
}
