package dev.klp.kernel.btf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The strings of BTF. Those of split BTF continue the offsets of its base ({@code btf__str_by_offset} in
 * {@code tools/lib/bpf/btf.c}).
 */
final class BtfStrings {
    private final String source;
    private final ByteBuffer bytes;
    private final int sectionOffset;
    private final @Nullable BtfStrings base;
    private final long start;
    private final long end;

    private BtfStrings(String source, ByteBuffer bytes, BtfHeader header, @Nullable BtfStrings base) {
        this.source = source;
        this.bytes = bytes;
        this.sectionOffset = header.stringsOffset();
        this.base = base;
        this.start = base == null ? 0 : base.end;
        this.end = start + header.stringsBytes();
    }

    /** Checks that the section starts (in a base) and ends with a zero byte, so that every offset in it is a string. */
    static BtfStrings of(String source, ByteBuffer bytes, BtfHeader header, @Nullable BtfStrings base)
            throws BtfFormatException {
        int length = header.stringsBytes();
        int first = header.stringsOffset();
        if (base == null && (length == 0 || bytes.get(first) != 0)) {
            throw new BtfFormatException(source, first, "string section does not start with a zero byte");
        }
        if (length > 0 && bytes.get(first + length - 1) != 0) {
            throw new BtfFormatException(source, first + length - 1L, "string section does not end with a zero byte");
        }
        return new BtfStrings(source, bytes, header, base);
    }

    /** The first offset beyond the strings of this BTF and its base. */
    long end() {
        return end;
    }

    /**
     * The string at an offset.
     *
     * @param referrer where in the BTF the offset stands
     */
    String at(int offset, long referrer) throws BtfFormatException {
        BtfStrings owner = owner(offset, referrer);
        int from = owner.position(offset);
        int to = from;
        while (owner.bytes.get(to) != 0) {
            to++;
            requireLength(to - from, referrer);
        }
        byte[] text = new byte[to - from];
        owner.bytes.get(from, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The hash of the bytes at an offset; see {@link #hash(byte[])}. */
    int hash(int offset, long referrer) throws BtfFormatException {
        BtfStrings owner = owner(offset, referrer);
        int hash = 0;
        int from = owner.position(offset);
        byte next;
        for (int at = from; (next = owner.bytes.get(at)) != 0; at++) {
            requireLength(at - from + 1, referrer);
            hash = hash * 31 + next;
        }
        return spread(hash);
    }

    /** A hash of a name that depends on nothing but its bytes. */
    static int hash(byte[] name) {
        int hash = 0;
        for (byte next : name) {
            hash = hash * 31 + next;
        }
        return spread(hash);
    }

    boolean matches(int offset, byte[] name, long referrer) throws BtfFormatException {
        BtfStrings owner = owner(offset, referrer);
        int from = owner.position(offset);
        for (int i = 0; i < name.length; i++) {
            // A name holds no zero byte, so the comparison stops at the end of the string.
            if (owner.bytes.get(from + i) != name[i]) {
                return false;
            }
        }
        return owner.bytes.get(from + name.length) == 0;
    }

    /** A million types that share one long name would otherwise take forever. */
    private void requireLength(int length, long referrer) throws BtfFormatException {
        if (length > BtfLimits.NAME) {
            throw new BtfFormatException(source, referrer, "name is longer than " + BtfLimits.NAME + " bytes");
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ mixed >>> 15;
    }

    private BtfStrings owner(int offset, long referrer) throws BtfFormatException {
        long at = Integer.toUnsignedLong(offset);
        BtfStrings owner = this;
        while (owner.base != null && at < owner.start) {
            owner = owner.base;
        }
        if (at >= owner.end) {
            throw new BtfFormatException(
                    source,
                    referrer,
                    "string offset 0x" + Long.toHexString(at) + " is beyond the strings, which end at 0x"
                            + Long.toHexString(end));
        }
        return owner;
    }

    private int position(int offset) {
        return sectionOffset + (int) (Integer.toUnsignedLong(offset) - start);
    }
}
