package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFormat;
import dev.klp.kernel.kallsyms.TableWriter;
import dev.klp.kernel.kallsyms.TestSymbol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The bytes of a kernel with everything in it that an image can tell. */
public final class MadeKernel {
    static final int FUNCTIONS = 60;
    static final int FUNCTION_BYTES = 0x80;
    static final int TEXT = 0x1000;
    /** Functions from here on are freed after start-up. */
    static final int FIRST_INIT = 50;
    /** The function that has no record of its own, only that of a weak function after it which has lost its symbol. */
    static final int WITHOUT_RECORD = 7;

    static final String BANNER = "Linux version 9.9.9-made (a@b) (cc) #1 SMP";

    private static final int RECORDS = 0x3000;
    private static final int EXPORTS = 0x3400;
    private static final int FLAGS = 0x3480;
    private static final int STRINGS = 0x3500;
    private static final int TYPES = 0x3800;
    private static final int BANNER_AT = 0x3900;
    private static final int SYMBOLS = 0x3a00;
    private static final int SIZE = 0x6000;

    private final ElfFormat format;
    private final long symbolBase;
    private final long linkBase;
    private final ByteBuffer bytes;
    private final List<TestSymbol> symbols = new ArrayList<>();

    /**
     * @param symbolBase the address of byte 0 as the symbol table counts
     * @param linkBase the address of byte 0 as stored pointers count
     */
    public MadeKernel(ElfFormat format, long symbolBase, long linkBase) {
        this.format = format;
        this.symbolBase = symbolBase;
        this.linkBase = linkBase;
        bytes = ByteBuffer.allocate(SIZE).order(format.order());
        for (int i = 0; i < FUNCTIONS; i++) {
            mark(i % 3 == 0 ? 'T' : 't', "function_" + i, TEXT + i * FUNCTION_BYTES);
        }
        mark('D', "__init_begin", TEXT + FIRST_INIT * FUNCTION_BYTES);
        mark('D', "__init_end", TEXT + FUNCTIONS * FUNCTION_BYTES);
        bytes.put(BANNER_AT, (BANNER + "\n\0").getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a record for each function, {@code distance} bytes from its start. */
    public MadeKernel withRecords(int distance) {
        int at = RECORDS + format.wordSize();
        for (int i = 0; i < FUNCTIONS; i++) {
            int place = i == WITHOUT_RECORD ? FUNCTION_BYTES / 2 : distance;
            format.putWord(bytes, at, linkBase + TEXT + i * FUNCTION_BYTES + place);
            at += format.wordSize();
        }
        mark('d', "__start_mcount_loc", RECORDS);
        mark('d', "__stop_mcount_loc", at);
        return this;
    }

    /** Adds a plain and a GPL-only export, as Linux has them since 7.2: one table of pointers and one of flags. */
    public MadeKernel withExportsAndFlags() {
        int at = EXPORTS;
        at = entry(at, "function_0", "");
        at = entry(at, "function_3", "NAMESPACE");
        bytes.put(FLAGS + 1, (byte) 1);
        mark('r', "__start___ksymtab", EXPORTS);
        mark('r', "__stop___ksymtab", at);
        mark('r', "__start___kflagstab", FLAGS);
        return this;
    }

    private int entry(int at, String name, String namespace) {
        int word = format.wordSize();
        int text = STRINGS + (at - EXPORTS) * 8;
        bytes.put(text, (name + "\0" + namespace + "\0").getBytes(StandardCharsets.US_ASCII));
        format.putWord(bytes, at, linkBase + TEXT);
        format.putWord(bytes, at + word, linkBase + text);
        format.putWord(bytes, at + 2 * word, linkBase + text + name.length() + 1);
        return at + 3 * word;
    }

    /** Adds type information with one type, between two symbols or without any. */
    public MadeKernel withTypes(boolean marked) {
        bytes.putShort(TYPES, (short) 0xeb9f).put(TYPES + 2, (byte) 1);
        int[] header = {24, 0, 16, 16, 5};
        for (int i = 0; i < header.length; i++) {
            bytes.putInt(TYPES + 4 + 4 * i, header[i]);
        }
        bytes.putInt(TYPES + 24, 1).put(TYPES + 41, "int\0".getBytes(StandardCharsets.US_ASCII));
        if (marked) {
            mark('r', "__start_BTF", TYPES);
            mark('r', "__stop_BTF", TYPES + 45);
        }
        return this;
    }

    /** Adds a header of bytes at the start, such as that of arm64. */
    public MadeKernel withBytes(int at, byte... header) {
        bytes.put(at, header);
        return this;
    }

    public byte[] build(TableWriter.Layout layout) {
        symbols.sort(Comparator.comparing(TestSymbol::address, Long::compareUnsigned));
        TableWriter.Options options = new TableWriter.Options(true, false, true);
        new TableWriter(format, layout, options, symbols, symbolBase).write(bytes.array(), SYMBOLS);
        return bytes.array();
    }

    private void mark(char type, String name, int at) {
        symbols.add(new TestSymbol(symbolBase + at, type, name));
    }
}
