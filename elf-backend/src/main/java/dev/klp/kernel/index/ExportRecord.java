package dev.klp.kernel.index;

/** One entry of {@link IndexFormat.Part#EXPORTS}, 20 bytes of u32: name, exporter, namespace, CRC, flags. */
final class ExportRecord {
    static final int BYTES = 20;
    static final int NAME = 0;
    static final int EXPORTER = 4;
    static final int NAMESPACE = 8;
    static final int CRC = 12;
    static final int FLAGS = 16;

    static final int GPL_ONLY = 1;
    static final int HAS_CRC = 2;

    private ExportRecord() {}
}
