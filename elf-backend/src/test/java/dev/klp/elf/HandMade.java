package dev.klp.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A relocatable file written down byte by byte from the tables of the gABI, without any code of the module: two symbols,
 * one relocation with and one without addend, a string table that holds all names.
 *
 * <p>Sections: 1 {@code .text} at 0x80 (8 bytes), 2 {@code .rela.text}, 3 {@code .rel.text}, 4 {@code .symtab},
 * 5 {@code .strtab}, 6 {@code .bss}.
 */
public final class HandMade {
    private static final String NAMES = "\0.text\0.rela.text\0.rel.text\0.symtab\0.strtab\0.bss\0here\0there\0";

    private final ByteBuffer bytes;
    private final boolean wide;

    private HandMade(boolean wide, ByteOrder order) {
        this.wide = wide;
        this.bytes = ByteBuffer.allocate(0x400).order(order);
    }

    public static byte[] file(ElfFormat format) {
        HandMade file = new HandMade(format.is64(), format.order());
        return file.assemble();
    }

    private byte[] assemble() {
        bytes.put(new byte[] {0x7F, 'E', 'L', 'F', (byte) (wide ? 2 : 1)});
        bytes.put((byte) (bytes.order() == ByteOrder.BIG_ENDIAN ? 2 : 1));
        bytes.put(new byte[] {1, 3, 4, 0, 0, 0, 0, 0, 0, 0});
        half(1).half(0x3E).word(1);
        address(0).address(0).address(0x200);
        word(0x01020304);
        half(wide ? 64 : 52).half(0).half(0).half(wide ? 64 : 40).half(7).half(5);

        bytes.position(0x80).put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        bytes.position(0x90);
        address(4).info(1, 7).address(-5);
        bytes.position(0xB0);
        address(2).info(2, 8);
        bytes.position(0x100 + (wide ? 24 : 16));
        symbol("here", 0x03, 1, 0, 0);
        symbol("there", 0x12, 0xFFF1, wide ? 0xFFFF_FFFF_8000_0000L : 0x8000_0000L, 12);
        bytes.position(0x180);
        bytes.put(NAMES.getBytes(StandardCharsets.ISO_8859_1));

        bytes.position(0x200);
        section("", 0, 0, 0, 0, 0, 0, 0, 0);
        section(".text", 1, 6, 0x80, 8, 0, 0, 16, 0);
        section(".rela.text", 4, 0x40, 0x90, wide ? 24 : 12, 4, 1, 8, wide ? 24 : 12);
        section(".rel.text", 9, 0x40, 0xB0, wide ? 16 : 8, 4, 1, 8, wide ? 16 : 8);
        section(".symtab", 2, 0, 0x100, wide ? 72 : 48, 5, 2, 8, wide ? 24 : 16);
        section(".strtab", 3, 0, 0x180, NAMES.length(), 0, 0, 1, 0);
        section(".bss", 8, 3, 0x9000, 0x7FFF_0000L, 0, 0, 4, 0);
        byte[] file = new byte[bytes.position()];
        bytes.get(0, file);
        return file;
    }

    private void section(
            String name, int type, long flags, long offset, long size, int link, int info, long align, long entry) {
        word(name.isEmpty() ? 0 : NAMES.indexOf("\0" + name + "\0") + 1).word(type);
        address(flags).address(0).address(offset).address(size);
        word(link).word(info).address(align).address(entry);
    }

    private void symbol(String name, int info, int index, long value, long size) {
        word(NAMES.indexOf(name));
        if (wide) {
            bytes.put((byte) info).put((byte) 2);
            half(index).address(value).address(size);
        } else {
            address(value).address(size);
            bytes.put((byte) info).put((byte) 2);
            half(index);
        }
    }

    private HandMade half(int value) {
        bytes.putShort((short) value);
        return this;
    }

    private HandMade word(int value) {
        bytes.putInt(value);
        return this;
    }

    private HandMade address(long value) {
        return wide ? put(value) : word((int) value);
    }

    private HandMade info(int symbol, int type) {
        return wide ? put((long) symbol << 32 | type) : word(symbol << 8 | type);
    }

    private HandMade put(long value) {
        bytes.putLong(value);
        return this;
    }
}
