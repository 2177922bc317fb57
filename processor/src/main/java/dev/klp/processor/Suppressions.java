package dev.klp.processor;

import dev.klp.diagnostics.DiagnosticCode;
import javax.lang.model.element.Element;

/** {@code @SuppressWarnings("klp:<key>")} on an element or on one around it. */
final class Suppressions {
    private static final String PREFIX = "klp:";

    private Suppressions() {}

    /** What to write to silence a warning. */
    static String key(DiagnosticCode code) {
        return PREFIX + code.key();
    }

    static boolean silences(DiagnosticCode code, Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            SuppressWarnings suppressed = around.getAnnotation(SuppressWarnings.class);
            if (suppressed != null) {
                for (String key : suppressed.value()) {
                    if (key.equals(key(code))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
