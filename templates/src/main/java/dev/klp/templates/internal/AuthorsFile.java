package dev.klp.templates.internal;

import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SourceLine;

/** A file of the author's as it stands in the tree. */
public final class AuthorsFile {
    /** gcc passes over it at the beginning of a file only ({@code _cpp_convert_input} in libcpp/charset.cc). */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private AuthorsFile() {}

    /** The text, behind a directive that makes the compiler's messages name the author's own file and line. */
    public static String text(SourceFile file) {
        SourceLine origin = file.origin();
        if (origin == null) {
            return file.text();
        }
        boolean marked = file.text().startsWith(BYTE_ORDER_MARK);
        return (marked ? BYTE_ORDER_MARK : "")
                + origin.directive()
                + file.text().substring(marked ? BYTE_ORDER_MARK.length() : 0);
    }
}
