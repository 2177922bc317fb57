package dev.klp.kernel.kallsyms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** All names and types, expanded: one pool of bytes, no object for each symbol. */
final class SymbolNames {
    /** {@code KSYM_NAME_LEN} is 512 since Linux 6.1, type and NUL included; twice that is no kernel's. */
    private static final int LONGEST = 1024;

    private final byte[] types;
    private final byte[] pool;
    private final int[] starts;

    private SymbolNames(int count, int poolSize) {
        types = new byte[count];
        starts = new int[count + 1];
        pool = new byte[poolSize];
    }

    /** Expands every name, or null if one of them is empty or longer than a kernel allows. */
    static @Nullable SymbolNames expand(ByteBuffer bytes, NameTable names, TokenTable tokens) {
        int size = expandedSize(bytes, names, tokens);
        if (size < 0) {
            return null;
        }
        SymbolNames expanded = new SymbolNames(names.count(), size);
        expanded.fill(bytes, names, tokens);
        return expanded;
    }

    /** The size of all names without their types, or -1. */
    private static int expandedSize(ByteBuffer bytes, NameTable names, TokenTable tokens) {
        long total = 0;
        int at = names.start();
        for (int i = 0; i < names.count(); i++) {
            int next = names.next(bytes, at);
            int length = 0;
            for (int code = names.bodyAt(bytes, at); code < next; code++) {
                length += tokens.length(bytes.get(code) & 0xff);
            }
            if (length < 2 || length > LONGEST || tokens.length(bytes.get(names.bodyAt(bytes, at)) & 0xff) == 0) {
                return -1;
            }
            total += length - 1;
            at = next;
        }
        return total > Integer.MAX_VALUE - Long.BYTES ? -1 : (int) total;
    }

    /** A name's first character is the symbol's type ({@code kernel/kallsyms.c:kallsyms_get_symbol_type}). */
    private void fill(ByteBuffer bytes, NameTable names, TokenTable tokens) {
        byte[] one = new byte[LONGEST];
        int at = names.start();
        int filled = 0;
        for (int i = 0; i < names.count(); i++) {
            int next = names.next(bytes, at);
            int length = 0;
            for (int code = names.bodyAt(bytes, at); code < next; code++) {
                length = tokens.expand(bytes.get(code) & 0xff, one, length);
            }
            types[i] = one[0];
            starts[i] = filled;
            System.arraycopy(one, 1, pool, filled, length - 1);
            filled += length - 1;
            at = next;
        }
        starts[names.count()] = filled;
    }

    char type(int index) {
        return (char) (types[index] & 0xff);
    }

    String name(int index) {
        return new String(pool, starts[index], starts[index + 1] - starts[index], StandardCharsets.UTF_8);
    }

    int start(int index) {
        return starts[index];
    }

    byte[] pool() {
        return pool;
    }
}
