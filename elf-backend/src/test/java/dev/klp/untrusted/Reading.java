package dev.klp.untrusted;

import java.io.IOException;

/** What is done with bytes that nobody vouches for: a reader is asked everything that it can answer. */
@FunctionalInterface
interface Reading {
    /**
     * Reads the bytes.
     *
     * @throws IOException if they are refused
     */
    void read(byte[] input) throws IOException;
}
