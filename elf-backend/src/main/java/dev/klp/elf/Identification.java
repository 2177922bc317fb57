package dev.klp.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** {@code e_ident}, the first 16 bytes of a file: gABI 4, "ELF Identification". */
final class Identification {
    static final int SIZE = 16;
    static final int OS_ABI = 7;
    static final int ABI_VERSION = 8;

    private static final int MAGIC = 0x7F45_4C46;
    private static final int CLASS = 4;
    private static final int DATA = 5;
    private static final int VERSION = 6;

    private Identification() {}

    static ElfFormat parse(String file, ByteBuffer bytes) throws ElfFormatException {
        if (bytes.limit() < SIZE
                || bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC) {
            throw new ElfFormatException(file, 0, null, "not an ELF file: " + firstBytes(bytes));
        }
        return new ElfFormat(is64(file, bytes.get(CLASS)), order(file, bytes.get(DATA), bytes.get(VERSION)));
    }

    static void write(ElfFormat format, ByteBuffer bytes) {
        bytes.duplicate().order(ByteOrder.BIG_ENDIAN).putInt(0, MAGIC);
        bytes.put(CLASS, (byte) (format.is64() ? 2 : 1));
        bytes.put(DATA, (byte) (format.order() == ByteOrder.LITTLE_ENDIAN ? 1 : 2));
        bytes.put(VERSION, (byte) 1);
    }

    private static boolean is64(String file, byte value) throws ElfFormatException {
        return switch (value) {
            case 1 -> false;
            case 2 -> true;
            default ->
                throw new ElfFormatException(
                        file, CLASS, null, "EI_CLASS is " + (value & 0xFF) + ", must be 1 (32 bit) or 2 (64 bit)");
        };
    }

    private static ByteOrder order(String file, byte data, byte version) throws ElfFormatException {
        if (version != 1) {
            throw new ElfFormatException(file, VERSION, null, "EI_VERSION is " + (version & 0xFF) + ", must be 1");
        }
        return switch (data) {
            case 1 -> ByteOrder.LITTLE_ENDIAN;
            case 2 -> ByteOrder.BIG_ENDIAN;
            default ->
                throw new ElfFormatException(
                        file,
                        DATA,
                        null,
                        "EI_DATA is " + (data & 0xFF) + ", must be 1 (little endian) or 2 (big endian)");
        };
    }

    private static String firstBytes(ByteBuffer bytes) {
        if (bytes.limit() == 0) {
            return "it is empty";
        }
        byte[] first = new byte[Math.min(6, bytes.limit())];
        bytes.get(0, first);
        String hex = HexFormat.of().formatHex(first);
        String known = compression(hex);
        String text = "it starts with " + HexFormat.ofDelimiter(" ").formatHex(first);
        return known.isEmpty() ? text + ", must be 7f 45 4c 46" : text + ", " + known + "; decompress it first";
    }

    /** Kernel modules are shipped compressed by {@code CONFIG_MODULE_COMPRESS_*}: the formats' own magic numbers. */
    private static String compression(String hex) {
        if (hex.startsWith("fd377a585a00")) {
            return "xz-compressed data";
        }
        if (hex.startsWith("28b52ffd")) {
            return "Zstandard-compressed data";
        }
        return hex.startsWith("1f8b") ? "gzip-compressed data" : "";
    }
}
