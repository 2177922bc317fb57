package dev.klp.kernel.kallsyms;

import dev.klp.elf.ElfFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes the tables of a kernel, in any layout, from the description in {@code scripts/kallsyms.c}; shares nothing with the decoder. */
public final class TableWriter {
    /** Which tables come where, and how addresses are written. */
    public enum Layout {
        ADDRESSES_FIRST,
        OFFSETS_FIRST,
        OFFSETS_FIRST_PERCPU,
        ADDRESSES_LAST,
        OFFSETS_LAST,
        OFFSETS_LAST_PERCPU,
        PLACE_RELATIVE;

        boolean isFirst() {
            return this == ADDRESSES_FIRST || this == OFFSETS_FIRST || this == OFFSETS_FIRST_PERCPU;
        }

        boolean isPerCpu() {
            return this == OFFSETS_FIRST_PERCPU || this == OFFSETS_LAST_PERCPU;
        }

        boolean isAbsolute() {
            return this == ADDRESSES_FIRST || this == ADDRESSES_LAST;
        }
    }

    /** What differs between versions beside the order of tables. */
    public record Options(boolean bigSymbols, boolean wordMarkers, boolean sequences) {}

    private final ElfFormat format;
    private final Layout layout;
    private final Options options;
    private final List<TestSymbol> symbols;
    private final long imageAddress;
    private final ByteBuffer out;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<byte[]> tokens = new ArrayList<>();

    public TableWriter(ElfFormat format, Layout layout, Options options, List<TestSymbol> symbols, long imageAddress) {
        this.format = format;
        this.layout = layout;
        this.options = options;
        this.symbols = symbols;
        this.imageAddress = imageAddress;
        out = ByteBuffer.allocate(symbols.size() * 200 + 100_000).order(format.order());
        chooseTokens();
    }

    /** Writes the tables over {@code image} from {@code start} on, and says where they end. */
    public int write(byte[] image, int start) {
        out.clear();
        out.position(start % 8);
        int shift = start - out.position();
        if (layout.isFirst()) {
            writeAddresses(shift);
        }
        align();
        writeNumber();
        List<Integer> markers = writeNames();
        align();
        writeMarkers(markers);
        if (layout.isFirst() && options.sequences()) {
            writeSequences();
        }
        writeTokens();
        if (!layout.isFirst()) {
            writeAddresses(shift);
            writeSequences();
        }
        int from = start % 8;
        System.arraycopy(out.array(), from, image, start, out.position() - from);
        return start + out.position() - from;
    }

    private void chooseTokens() {
        String[] wanted = {"__", "init", "_sys", "alloc", "free", "page", ".isra.", "_show", "t__", "get", "put"};
        boolean[] used = new boolean[256];
        symbols.forEach(symbol -> (symbol.type() + symbol.name()).chars().forEach(c -> used[c] = true));
        "0123456789".chars().forEach(c -> used[c] = true);
        int next = 0;
        for (int code = 0; code < 256; code++) {
            String token = used[code] ? String.valueOf((char) code) : next < wanted.length ? wanted[next++] : "";
            tokens.add(token.getBytes(StandardCharsets.US_ASCII));
            if (!token.isEmpty()) {
                codes.put(token, code);
            }
        }
    }

    private byte[] compress(String text) {
        ByteBuffer body = ByteBuffer.allocate(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = 6;
            while (at + length > text.length() || !codes.containsKey(text.substring(at, at + length))) {
                length--;
            }
            body.put((byte) (int) codes.getOrDefault(text.substring(at, at + length), -1));
            at += length;
        }
        byte[] bytes = new byte[body.position()];
        body.flip().get(bytes);
        return bytes;
    }

    private void writeNumber() {
        if (options.wordMarkers()) {
            word(symbols.size());
        } else {
            out.putInt(symbols.size());
            align();
        }
    }

    private List<Integer> writeNames() {
        List<Integer> markers = new ArrayList<>();
        int start = out.position();
        for (int i = 0; i < symbols.size(); i++) {
            if (i % 256 == 0) {
                markers.add(out.position() - start);
            }
            byte[] body = compress(symbols.get(i).type() + symbols.get(i).name());
            if (options.bigSymbols() && body.length > 127) {
                out.put((byte) (body.length | 0x80)).put((byte) (body.length >> 7));
            } else {
                out.put((byte) body.length);
            }
            out.put(body);
        }
        return markers;
    }

    private void writeMarkers(List<Integer> markers) {
        for (int marker : markers) {
            if (options.wordMarkers()) {
                word(marker);
            } else {
                out.putInt(marker);
            }
        }
        align();
    }

    private void writeSequences() {
        List<Integer> order = IntStream.range(0, symbols.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> symbols.get(i), TestSymbol.byName()))
                .toList();
        align();
        for (int index : order) {
            out.put((byte) (index >> 16)).put((byte) (index >> 8)).put((byte) index);
        }
        align();
    }

    private void writeTokens() {
        align();
        int start = out.position();
        TreeMap<Integer, Integer> starts = new TreeMap<>();
        for (int code = 0; code < 256; code++) {
            starts.put(code, out.position() - start);
            out.put(tokens.get(code)).put((byte) 0);
        }
        align();
        starts.values().forEach(offset -> out.putShort((short) (int) offset));
        align();
    }

    private void writeAddresses(int shift) {
        align();
        long base = layout.isPerCpu()
                ? symbols.stream()
                        .filter(symbol -> !isPerCpu(symbol))
                        .findFirst()
                        .orElseThrow()
                        .address()
                : symbols.get(0).address();
        for (TestSymbol symbol : symbols) {
            long address = symbol.address();
            if (layout.isAbsolute()) {
                word(address);
            } else if (layout == Layout.PLACE_RELATIVE) {
                out.putInt((int) (address - (imageAddress + shift + out.position())));
            } else if (!layout.isPerCpu()) {
                out.putInt((int) (address - base));
            } else {
                out.putInt((int) (isPerCpu(symbol) ? address : base - address - 1));
            }
        }
        align();
        if (!layout.isAbsolute() && layout != Layout.PLACE_RELATIVE) {
            word(base);
        }
    }

    private boolean isPerCpu(TestSymbol symbol) {
        return Long.compareUnsigned(symbol.address(), 0x10000) < 0;
    }

    private void align() {
        int alignment = layout == Layout.PLACE_RELATIVE ? 4 : format.wordSize();
        while (out.position() % alignment != 0) {
            out.put((byte) 0);
        }
    }

    private void word(long value) {
        if (format.is64()) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }
}
