package dev.klp.kernel.compression;

import java.io.IOException;

/** More came out of a compressed stream than was allowed. */
final class OutputLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    OutputLimitException(int limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
