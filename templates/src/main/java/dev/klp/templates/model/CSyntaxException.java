package dev.klp.templates.model;

import java.io.Serial;

/** Says in the product's message style what is wrong with a declaration. */
final class CSyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    CSyntaxException(String message) {
        super(message, null, false, false);
    }
}
