package dev.klp.processor;

import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.TypeContents;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BTF of functions (Documentation/bpf/btf.rst), each told by its words: what it returns, its name, its parameters. {@code name*} is a
 * pointer to {@code struct name}, {@code void*} one to anything.
 */
final class TestTypes {
    private static final int INT = 1;
    private static final int POINTER = 2;
    private static final int FORWARD = 7;
    private static final int TYPEDEF = 8;
    private static final int FUNCTION = 12;
    private static final int PROTOTYPE = 13;
    private static final Map<String, Integer> SIZES = Map.of("int", 4, "ssize_t", 8, "size_t", 8, "u64", 8);

    private final List<Integer> words = new ArrayList<>();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> types = new HashMap<>(Map.of("void", 0));
    private final List<String> names = new ArrayList<>();
    private final List<Integer> ids = new ArrayList<>();
    private int last;

    TestTypes() {
        strings.write(0);
    }

    void function(String returned, String name, List<String> parameters) {
        int[] rest = new int[parameters.size() * 2];
        for (int i = 0; i < parameters.size(); i++) {
            rest[2 * i] = string("p" + i);
            rest[2 * i + 1] = type(parameters.get(i));
        }
        int prototype = add(PROTOTYPE, "", parameters.size(), type(returned), rest);
        names.add(name);
        ids.add(add(FUNCTION, name, 0, prototype));
    }

    private int type(String text) {
        Integer known = types.get(text);
        if (known != null) {
            return known;
        }
        int id;
        if (text.endsWith("*")) {
            String target = text.substring(0, text.length() - 1);
            id = add(POINTER, "", 0, target.equals("void") ? 0 : add(FORWARD, target, 0, 0));
        } else {
            int size = SIZES.getOrDefault(text, Long.BYTES);
            id = add(INT, text.equals("int") ? "int" : "long", 0, size, size * 8);
            id = text.equals("int") ? id : add(TYPEDEF, text, 0, id);
        }
        types.put(text, id);
        return id;
    }

    private int add(int kind, String name, int elements, int sizeOrType, int... rest) {
        words.add(name.isEmpty() ? 0 : string(name));
        words.add(kind << 24 | elements);
        words.add(sizeOrType);
        for (int word : rest) {
            words.add(word);
        }
        return ++last;
    }

    private int string(String text) {
        int offset = strings.size();
        strings.writeBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
        return offset;
    }

    /** The types as an index keeps them. */
    TypeContents contents(NamePool pool) {
        ByteBuffer btf = ByteBuffer.allocate(24 + 4 * words.size() + strings.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0xeb9f)
                .put((byte) 1)
                .put((byte) 0)
                .putInt(24)
                .putInt(0)
                .putInt(4 * words.size())
                .putInt(4 * words.size())
                .putInt(strings.size());
        words.forEach(btf::putInt);
        btf.put(strings.toByteArray());
        return TypeContents.plain(
                btf.array(),
                pool,
                names,
                ids.stream().mapToInt(Integer::intValue).toArray());
    }
}
