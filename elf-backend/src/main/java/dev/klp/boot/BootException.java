package dev.klp.boot;

import java.io.IOException;

/** A machine could not be started, or what it sent back could not be read; the message is for the user. */
public final class BootException extends IOException {
    private static final long serialVersionUID = 1L;

    public BootException(String message) {
        super(message);
    }
}
