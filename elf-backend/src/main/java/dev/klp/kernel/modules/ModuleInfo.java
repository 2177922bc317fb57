package dev.klp.kernel.modules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a section {@code .modinfo}: texts {@code tag=value}, each ended by a zero byte. More zero bytes may stand
 * between two of them ({@code kernel/module/main.c:module_next_tag_pair}).
 */
public final class ModuleInfo {
    /** The section's name. */
    public static final String SECTION = ".modinfo";
    /** The tag whose value lists, between commas, the modules whose exports a module uses. */
    public static final String DEPENDS = "depends";

    private final byte[] content;
    private final List<Entry> entries;

    private ModuleInfo(byte[] content, List<Entry> entries) {
        this.content = content;
        this.entries = entries;
    }

    /**
     * One text.
     *
     * @param offset its first byte in the section
     * @param tag what stands before the first {@code =}; the whole text where there is none
     * @param value what stands after it
     */
    public record Entry(int offset, String tag, String value) {}

    /**
     * Reads a section's content.
     *
     * @throws IllegalArgumentException if the last text has no end
     */
    public static ModuleInfo parse(byte[] content) {
        if (content.length > 0 && content[content.length - 1] != 0) {
            throw new IllegalArgumentException("the last text is not ended by a zero byte");
        }
        List<Entry> entries = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                if (i > start) {
                    entries.add(entry(start, new String(content, start, i - start, StandardCharsets.UTF_8)));
                }
                start = i + 1;
            }
        }
        return new ModuleInfo(content, List.copyOf(entries));
    }

    private static Entry entry(int offset, String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Entry(offset, text, "")
                : new Entry(offset, text.substring(0, equals), text.substring(equals + 1));
    }

    /** Every text, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The value of the first text with a tag, which is the one that the kernel takes, or null. */
    public @Nullable String first(String tag) {
        for (Entry entry : entries) {
            if (entry.tag().equals(tag)) {
                return entry.value();
            }
        }
        return null;
    }

    /** The modules that {@code depends=} lists. */
    public List<String> depends() {
        String value = first(DEPENDS);
        return value == null || value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    /**
     * The content with other modules in {@code depends=}. It keeps its length, and every other text its place, because symbols
     * point at them: what becomes free is filled with zero bytes.
     *
     * @param modules some of {@link #depends()}, in their order
     */
    public byte[] withDepends(List<String> modules) {
        byte[] edited = content.clone();
        for (Entry entry : entries) {
            if (entry.tag().equals(DEPENDS)) {
                int from = entry.offset() + DEPENDS.length() + 1;
                int to = from;
                while (content[to] != 0) {
                    to++;
                }
                byte[] value = String.join(",", modules).getBytes(StandardCharsets.UTF_8);
                if (value.length > to - from) {
                    throw new IllegalArgumentException("more modules than before: " + modules);
                }
                Arrays.fill(edited, from, to, (byte) 0);
                System.arraycopy(value, 0, edited, from, value.length);
                break;
            }
        }
        return edited;
    }
}
