package dev.klp.kernel.index;

import dev.klp.kernel.index.IndexFormat.Part;
import java.nio.charset.StandardCharsets;

/** The dictionary of all names, searched in place. */
final class NameTable {
    private final Region blocks;
    private final Region bytes;
    private final int count;

    NameTable(MappedFile file, int count) {
        this.blocks = file.region(Part.NAME_BLOCKS);
        this.bytes = file.region(Part.NAME_BYTES);
        this.count = count;
        int blockCount = blocks.size() / Integer.BYTES;
        if (count < 0 || (count + IndexFormat.NAMES_PER_BLOCK - 1L) / IndexFormat.NAMES_PER_BLOCK != blockCount) {
            throw file.damaged(blocks.offset(), "the number of names contradicts the number of their blocks");
        }
    }

    int count() {
        return count;
    }

    NameCursor cursor() {
        return new NameCursor(blocks, bytes);
    }

    String name(int number) {
        if (number < 0 || number >= count) {
            throw bytes.file().damaged(bytes.offset(), "there is no name " + Integer.toUnsignedString(number));
        }
        NameCursor cursor = cursor();
        cursor.to(number);
        return cursor.name();
    }

    /** The number of a name, or -1. */
    int find(String name) {
        byte[] wanted = bytesOf(name);
        NameCursor cursor = cursor();
        int number = ceiling(wanted, cursor);
        return number < count && cursor.compareTo(wanted) == 0 ? number : -1;
    }

    /** The number of the first name that is not before {@code wanted}; {@code cursor} then stands there. Else {@link #count}. */
    int ceiling(byte[] wanted, NameCursor cursor) {
        int low = 0;
        int high = blocks.size() / Integer.BYTES - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            cursor.toBlock(middle);
            if (cursor.compareTo(wanted) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (count == 0) {
            return 0;
        }
        cursor.toBlock(low);
        while (cursor.compareTo(wanted) < 0) {
            if (cursor.number() + 1 == count) {
                return count;
            }
            cursor.next();
        }
        return cursor.number();
    }

    /** A name as the dictionary has it. */
    static byte[] bytesOf(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0xFF) {
                return name.getBytes(StandardCharsets.UTF_8);
            }
        }
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }
}
