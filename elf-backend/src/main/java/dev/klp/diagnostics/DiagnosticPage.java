package dev.klp.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The documented page of a code: Markdown, in a resource beside this class that is named after the code. */
public final class DiagnosticPage {
    private DiagnosticPage() {}

    /** The page's text, or empty for a code that has none. */
    public static Optional<String> of(DiagnosticCode code) {
        try (InputStream in = DiagnosticPage.class.getResourceAsStream(code.id() + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
