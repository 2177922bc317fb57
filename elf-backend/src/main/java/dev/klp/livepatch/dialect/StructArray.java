package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A section that is an array of C structs, some of whose members are pointers. */
final class StructArray {
    private final KernelModule module;
    private final Section section;
    private final ByteBuffer bytes;
    private final int entryBytes;
    private final PlacedRelocations relocations;

    private StructArray(
            KernelModule module, Section section, ByteBuffer bytes, int entryBytes, PlacedRelocations relocations) {
        this.module = module;
        this.section = section;
        this.bytes = bytes;
        this.entryBytes = entryBytes;
        this.relocations = relocations;
    }

    /**
     * Takes a section as an array.
     *
     * @param entryBytes the size of a struct
     * @throws MalformedAnnotationException if the section has no bytes or does not end with an entry
     */
    static StructArray of(KernelModule module, Section section, int entryBytes, PlacedRelocations relocations)
            throws MalformedAnnotationException {
        if (!(section.content() instanceof OpaqueContent content)) {
            throw new MalformedAnnotationException(section, 0, "the section has no bytes, so it holds no annotations");
        }
        ByteBuffer bytes = content.bytes();
        int rest = bytes.limit() % entryBytes;
        if (rest != 0) {
            throw new MalformedAnnotationException(
                    section,
                    bytes.limit() - rest,
                    "the section ends within an entry; entries have " + entryBytes + " bytes");
        }
        return new StructArray(module, section, bytes, entryBytes, relocations);
    }

    Section section() {
        return section;
    }

    int count() {
        return bytes.limit() / entryBytes;
    }

    /** The offset in the section of a member of an entry. */
    int offset(int index, int member) {
        return index * entryBytes + member;
    }

    /** The bytes, in an order of the caller's choice. */
    ByteBuffer bytes(ByteOrder order) {
        return bytes.duplicate().order(order);
    }

    /**
     * What a member points at.
     *
     * @throws MalformedAnnotationException if it has no relocation that makes it a pointer
     */
    Pointer pointer(int index, int member) throws ElfFormatException, MalformedAnnotationException {
        int offset = offset(index, member);
        List<OrdinaryRelocation> found = relocations.at(section, offset);
        Pointer pointer = found.size() == 1 ? Pointer.of(module, found.get(0).relocation()) : null;
        if (pointer == null) {
            throw new MalformedAnnotationException(
                    section,
                    offset,
                    found.isEmpty()
                            ? "the pointer has no relocation"
                            : "the pointer's relocation is not the plain address of something");
        }
        return pointer;
    }

    /** The index of the entry that something points at, or -1 if it does not point at the beginning of one. */
    int indexOf(Pointer pointer) {
        long offset = pointer.offset();
        return section.equals(pointer.section()) && offset >= 0 && offset < bytes.limit() && offset % entryBytes == 0
                ? (int) (offset / entryBytes)
                : -1;
    }
}
