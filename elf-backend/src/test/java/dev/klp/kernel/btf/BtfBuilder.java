package dev.klp.kernel.btf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small BTF for tests, in either byte order, word by word and without any code of the reader. */
public final class BtfBuilder {
    private final List<Integer> words = new ArrayList<>();
    private final Map<String, Integer> stringOffsets = new LinkedHashMap<>();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final int stringsStart;
    private int nextId;

    private BtfBuilder(int firstId, int stringsStart) {
        this.nextId = firstId;
        this.stringsStart = stringsStart;
        if (stringsStart == 0) {
            strings.write(0);
        }
        stringOffsets.put("", 0);
    }

    /** BTF of its own. */
    public static BtfBuilder base() {
        return new BtfBuilder(1, 0);
    }

    /** Split BTF on a base whose last string ends at an offset. */
    public static BtfBuilder split(int firstId, int stringsStart) {
        return new BtfBuilder(firstId, stringsStart);
    }

    public int stringBytes() {
        return strings.size();
    }

    /** The offset of a string, which is added if it is new. */
    public int string(String text) {
        return stringOffsets.computeIfAbsent(text, added -> {
            int offset = stringsStart + strings.size();
            strings.writeBytes((added + "\0").getBytes(StandardCharsets.UTF_8));
            return offset;
        });
    }

    /** Adds a record: the three words that every type has, and what follows. */
    public int add(int kind, boolean flag, int elements, String name, int sizeOrType, int... rest) {
        words.add(string(name));
        words.add((flag ? 1 << 31 : 0) | kind << 24 | elements);
        words.add(sizeOrType);
        for (int word : rest) {
            words.add(word);
        }
        return nextId++;
    }

    public int integer(String name, int bytes, int encoding) {
        return add(1, false, 0, name, bytes, encoding << 24 | bytes * 8);
    }

    public int pointer(int target) {
        return add(2, false, 0, "", target);
    }

    public int array(int element, int index, int count) {
        return add(3, false, 0, "", 0, element, index, count);
    }

    /** A structure (kind 4) or union (5); each member is name, type, bit offset and width of the bit-field. */
    public int composite(int kind, String name, int bytes, Object... members) {
        int[] rest = new int[members.length / 4 * 3];
        for (int i = 0; i < members.length / 4; i++) {
            rest[3 * i] = string((String) members[4 * i]);
            rest[3 * i + 1] = (int) members[4 * i + 1];
            rest[3 * i + 2] = (int) members[4 * i + 2] | (int) members[4 * i + 3] << 24;
        }
        return add(kind, true, members.length / 4, name, bytes, rest);
    }

    /** An enumeration; each value is a name and a number. */
    public int enumeration(String name, int bytes, boolean signed, Object... values) {
        int[] rest = new int[values.length];
        for (int i = 0; i < values.length; i += 2) {
            rest[i] = string((String) values[i]);
            rest[i + 1] = (int) values[i + 1];
        }
        return add(6, signed, values.length / 2, name, bytes, rest);
    }

    public int typedef(String name, int target) {
        return add(8, false, 0, name, target);
    }

    public int constant(int target) {
        return add(10, false, 0, "", target);
    }

    /** A function type; each parameter is a name and a type, and ("", 0) at the end makes it variadic. */
    public int prototype(int returned, Object... parameters) {
        int[] rest = new int[parameters.length];
        for (int i = 0; i < parameters.length; i += 2) {
            rest[i] = string((String) parameters[i]);
            rest[i + 1] = (int) parameters[i + 1];
        }
        return add(13, false, parameters.length / 2, "", returned, rest);
    }

    public int function(String name, int prototype) {
        return add(12, false, 0, name, prototype);
    }

    public byte[] bytes(ByteOrder order) {
        ByteBuffer buffer =
                ByteBuffer.allocate(24 + 4 * words.size() + strings.size()).order(order);
        buffer.putShort((short) 0xeb9f).put((byte) 1).put((byte) 0).putInt(24);
        buffer.putInt(0).putInt(4 * words.size());
        buffer.putInt(4 * words.size()).putInt(strings.size());
        words.forEach(buffer::putInt);
        return buffer.put(strings.toByteArray()).array();
    }

    /** The BTF built so far, in this machine's usual order. */
    public Btf build() throws BtfFormatException {
        return Btf.parse("test", ByteBuffer.wrap(bytes(ByteOrder.LITTLE_ENDIAN)));
    }
}
