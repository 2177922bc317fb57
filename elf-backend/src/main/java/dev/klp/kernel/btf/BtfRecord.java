package dev.klp.kernel.btf;

/**
 * The first 12 bytes of every type, {@code struct btf_type}: the name, the word {@code info} (bits 0 to 15: number of
 * elements, 24 to 28: kind, 31: kind flag), and a size in bytes or a type.
 */
final class BtfRecord {
    static final int HEADER_BYTES = 12;
    static final int NAME = 0;
    static final int INFO = 4;
    static final int SIZE_OR_TYPE = 8;

    private BtfRecord() {}

    static int kind(int info) {
        return info >>> 24 & 0x1f;
    }

    static int elements(int info) {
        return info & 0xffff;
    }

    static boolean flag(int info) {
        return info < 0;
    }
}
