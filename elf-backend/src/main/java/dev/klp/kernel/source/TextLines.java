package dev.klp.kernel.source;

import dev.klp.kernel.KernelFormatException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, one character per byte, with numbers for messages. */
final class TextLines {
    /** No line of a kernel's text files is longer: names end at 512 bytes, configuration values at some thousand. */
    private static final int LONGEST = 1 << 16;

    private final String file;
    private final byte[] bytes;
    private int position;
    private int number;

    TextLines(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** The next line without its end, or null after the last one. */
    @Nullable
    String next() throws KernelFormatException {
        if (position >= bytes.length) {
            return null;
        }
        int end = position;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        number++;
        if (end - position > LONGEST) {
            throw malformed("is longer than " + LONGEST + " bytes");
        }
        String line = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1);
        position = end + 1;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The number of the line last read, from 1. */
    int number() {
        return number;
    }

    /** A complaint about the line last read. */
    KernelFormatException malformed(String problem) {
        return new KernelFormatException(file, "line " + number + " " + problem);
    }
}
