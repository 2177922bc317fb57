package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.RelocationTable;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.ModulePlace;
import org.jspecify.annotations.Nullable;

/**
 * Nobody in the kernel checks the symbol indices of relocations: {@code klp_resolve_symbols} (kernel/livepatch/core.c) and
 * {@code apply_relocate_add} read beyond the symbol table. {@code strip} leaves such indices behind when the section's ordinary
 * relocations are empty.
 */
final class SymbolIndexRule implements FileRule {
    @Override
    public void check(ElfFile file, Findings findings) throws ElfFormatException {
        SectionHeader symbols = file.firstOfType(SectionType.SHT_SYMTAB);
        int count = symbols == null ? 0 : file.symbols(symbols).count();
        for (SectionHeader section : file.sections()) {
            if (symbols != null
                    && section.type() == SectionType.SHT_RELA
                    && section.link() == symbols.index()
                    && file.infoLinked(section).hasFlags(SectionFlag.SHF_ALLOC)) {
                Long wrong = firstBeyond(file.relocations(section), count);
                if (wrong != null) {
                    report(file, section, wrong, count, findings);
                }
            }
        }
    }

    private static @Nullable Long firstBeyond(RelocationTable table, int count) {
        for (int i = 0; i < table.count(); i++) {
            if (table.symbolIndex(i) >= count) {
                return (long) i;
            }
        }
        return null;
    }

    private static void report(ElfFile file, SectionHeader section, long entry, int count, Findings findings)
            throws ElfFormatException {
        RelocationTable table = file.relocations(section);
        ModulePlace place =
                new ModulePlace(file.sectionName(file.infoLinked(section)), table.offset((int) entry), null, 0);
        findings.add(
                DiagnosticCode.STALE_SYMBOL_INDEX,
                place,
                "relocation " + entry + " of '" + file.sectionName(section) + "' refers to symbol "
                        + table.symbolIndex((int) entry) + ", but the symbol table has " + count + " entries",
                KernelAnswer.silent(Outcome.CORRUPTED),
                section.hasFlags(LivepatchFormat.SHF_RELA_LIVEPATCH)
                        ? Hint.note(
                                "strip leaves this behind where a section's ordinary relocations are empty; convert the"
                                        + " module anew by 'klp convert', which keeps one, and strip it then")
                        : Hint.note("the file was damaged after it was linked"));
    }
}
