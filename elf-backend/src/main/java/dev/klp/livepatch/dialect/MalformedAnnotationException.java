package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Section;

/** One annotation makes no sense; those after it may still. */
final class MalformedAnnotationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Section section;
    private final long offset;

    /**
     * States what is wrong.
     *
     * @param section the section in which the annotation stands
     * @param offset where in it, in bytes
     */
    MalformedAnnotationException(Section section, long offset, String text) {
        super(text);
        this.section = section;
        this.offset = offset;
    }

    Section section() {
        return section;
    }

    long offset() {
        return offset;
    }
}
