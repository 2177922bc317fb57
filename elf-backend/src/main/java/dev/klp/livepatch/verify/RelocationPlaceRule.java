package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.NoBitsContent;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.ModulePlace;
import dev.klp.livepatch.arch.RelocationKind;
import java.nio.ByteBuffer;

/**
 * The kernel never checks {@code r_offset}. On x86 it demands that the place holds zero: {@code
 * arch/x86/kernel/module.c:apply_relocate_add}, since 4.15.
 */
final class RelocationPlaceRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        LoadedRelocations.each(subject, (table, target, relocation) -> {
            RelocationKind kind = subject.module().architecture().relocation(relocation.type());
            if (kind != null && kind.sizeBytes() > 0) {
                check(subject, table, target, relocation, kind, findings);
            }
        });
    }

    private static void check(
            Subject subject,
            Section table,
            Section target,
            Relocation relocation,
            RelocationKind kind,
            Findings findings)
            throws ElfFormatException {
        long offset = relocation.offset();
        long size = sizeBytes(target);
        ModulePlace place = subject.module().place(target, offset);
        if (offset < 0 || offset > size - kind.sizeBytes()) {
            findings.add(
                    DiagnosticCode.PLACE_OUTSIDE_SECTION,
                    place,
                    "the " + kind.sizeBytes() + " bytes of " + kind.name() + " are outside the section, which has 0x"
                            + Long.toHexString(size),
                    KernelAnswer.silent(Outcome.CORRUPTED));
        } else if (subject.module().architecture().placesMustBeZero()
                && target.content() instanceof OpaqueContent content
                && !isZero(content.bytes(), (int) offset, kind.sizeBytes())) {
            findings.add(
                    DiagnosticCode.PLACE_NOT_ZERO,
                    place,
                    "the " + kind.sizeBytes() + " bytes at the place of " + kind.name() + " are not zero",
                    LoadedRelocations.answer(
                            table,
                            LoadError.ENOEXEC,
                            "Skipping invalid relocation target, existing value is nonzero for type "
                                    + relocation.type()));
        }
    }

    private static long sizeBytes(Section section) {
        if (section.content() instanceof OpaqueContent content) {
            return content.bytes().limit();
        }
        return section.content() instanceof NoBitsContent none ? none.size() : 0;
    }

    private static boolean isZero(ByteBuffer bytes, int offset, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes.get(offset + i) != 0) {
                return false;
            }
        }
        return true;
    }
}
