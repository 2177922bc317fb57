package dev.klp.elf.image;

import java.io.IOException;
import java.util.List;

/** Something cannot be removed, because what stays refers to it. Nothing has been changed. */
public final class ElfReferenceException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final List<String> references;

    ElfReferenceException(String file, List<String> references) {
        super(file + ": cannot remove what is still referred to: " + text(references));
        this.references = List.copyOf(references);
    }

    /** Every reference that is in the way, one sentence each, in the order of the file. */
    public List<String> references() {
        return references;
    }

    private static String text(List<String> references) {
        String shown = String.join("; ", references.subList(0, Math.min(SHOWN, references.size())));
        int more = references.size() - SHOWN;
        return more > 0 ? shown + "; and " + more + " more" : shown;
    }
}
