package dev.klp.kernel.modules;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of a section {@code __versions}: one {@code struct modversion_info} of 64 bytes for each symbol that a module
 * takes from the kernel or from another module, with the checksum of its type as wide as {@code unsigned long}, then the name
 * up to a zero byte ({@code include/linux/module.h}).
 */
public final class ModuleVersions {
    /** The section's name. */
    public static final String SECTION = "__versions";

    private static final int ENTRY_BYTES = 64;

    private final byte[] content;
    private final int nameOffset;
    private final List<String> names;

    private ModuleVersions(byte[] content, int nameOffset, List<String> names) {
        this.content = content;
        this.nameOffset = nameOffset;
        this.names = names;
    }

    /**
     * Reads a section's content.
     *
     * @param is64 whether the module is for a 64-bit kernel
     * @throws IllegalArgumentException if it does not hold whole entries with names; the text says why
     */
    public static ModuleVersions parse(byte[] content, boolean is64) {
        if (content.length % ENTRY_BYTES != 0) {
            throw new IllegalArgumentException(
                    "its size of " + content.length + " bytes is no multiple of " + ENTRY_BYTES);
        }
        int nameOffset = is64 ? Long.BYTES : Integer.BYTES;
        List<String> names = new ArrayList<>(content.length / ENTRY_BYTES);
        for (int start = 0; start < content.length; start += ENTRY_BYTES) {
            int from = start + nameOffset;
            int end = from;
            while (end < start + ENTRY_BYTES && content[end] != 0) {
                end++;
            }
            if (end == from || end == start + ENTRY_BYTES) {
                throw new IllegalArgumentException("the entry at 0x" + Integer.toHexString(start) + " has no name");
            }
            names.add(new String(content, from, end - from, StandardCharsets.UTF_8));
        }
        return new ModuleVersions(content, nameOffset, List.copyOf(names));
    }

    /** The names, in the order of the section. */
    public Set<String> names() {
        return new LinkedHashSet<>(names);
    }

    /**
     * The checksum of each name's type, 32 bits unsigned.
     *
     * @param order the byte order of the module
     */
    public Map<String, Long> checksums(ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(order);
        Map<String, Long> checksums = new LinkedHashMap<>();
        boolean is64 = nameOffset == Long.BYTES;
        for (int i = 0; i < names.size(); i++) {
            long value = is64 ? bytes.getLong(i * ENTRY_BYTES) : bytes.getInt(i * ENTRY_BYTES);
            checksums.put(names.get(i), value & 0xFFFF_FFFFL);
        }
        return checksums;
    }

    /** The size of the section. */
    public int sizeBytes() {
        return content.length;
    }

    /** The content without the entries of some names. */
    public byte[] without(Set<String> removed) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
        for (int i = 0; i < names.size(); i++) {
            if (!removed.contains(names.get(i))) {
                kept.write(content, i * ENTRY_BYTES, ENTRY_BYTES);
            }
        }
        return kept.toByteArray();
    }
}
