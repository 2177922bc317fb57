package dev.klp.kernel.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects {@link IndexFormat.Part#STRINGS}: each different string once. */
final class StringPool {
    private final ByteSink sink = new ByteSink(1 << 16);
    private final Map<String, Integer> offsets = new HashMap<>();

    /** The offset of a string, which is cut to what the format takes; none for null. */
    int add(@Nullable String text) {
        if (text == null) {
            return IndexFormat.NO_STRING;
        }
        Integer known = offsets.get(text);
        if (known != null) {
            return known;
        }
        int offset = sink.size();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > IndexFormat.MAX_STRING_BYTES) {
            bytes = Arrays.copyOf(bytes, IndexFormat.MAX_STRING_BYTES);
        }
        sink.u16(bytes.length).append(bytes);
        offsets.put(text, offset);
        return offset;
    }

    ByteSink sink() {
        return sink;
    }
}
