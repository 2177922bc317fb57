package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Section;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The names that kpatch's arrays point at: {@code .kpatch.strings}. */
final class KpatchStrings {
    static final String SECTION = ".kpatch.strings";

    private KpatchStrings() {}

    /**
     * The name that a member of an array points at.
     *
     * @throws MalformedAnnotationException if the member does not point at a string of the section
     */
    static String at(StructArray array, int index, int member) throws ElfFormatException, MalformedAnnotationException {
        Pointer pointer = array.pointer(index, member);
        Section section = pointer.section();
        long offset = pointer.offset();
        if (section == null
                || !section.name().equals(SECTION)
                || !(section.content() instanceof OpaqueContent content)
                || offset < 0
                || offset >= content.bytes().limit()) {
            throw new MalformedAnnotationException(
                    array.section(), array.offset(index, member), "the pointer does not lead into " + SECTION);
        }
        ByteBuffer bytes = content.bytes();
        int end = (int) offset;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        if (end == bytes.limit()) {
            throw new MalformedAnnotationException(section, offset, "the string has no end");
        }
        byte[] text = new byte[end - (int) offset];
        bytes.position((int) offset).get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
