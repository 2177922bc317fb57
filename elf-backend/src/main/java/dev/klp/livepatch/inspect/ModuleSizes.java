package dev.klp.livepatch.inspect;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionHeader;

/**
 * What a module takes, in bytes.
 *
 * @param file its whole file, unpacked
 * @param code instructions that stay
 * @param readOnly constants that stay
 * @param data variables that stay
 * @param init what is freed once the module is live
 * @param notLoaded sections that are never loaded, such as debug information
 */
public record ModuleSizes(long file, long code, long readOnly, long data, long init, long notLoaded) {
    static ModuleSizes of(ElfFile file) throws ElfFormatException {
        long code = 0;
        long readOnly = 0;
        long data = 0;
        long init = 0;
        long notLoaded = 0;
        for (SectionHeader section : file.sections()) {
            if (!section.hasFlags(SectionFlag.SHF_ALLOC)) {
                notLoaded += section.fileSize();
            } else if (file.sectionName(section).startsWith(".init")) {
                init += section.size();
            } else if (section.hasFlags(SectionFlag.SHF_EXECINSTR)) {
                code += section.size();
            } else if (section.hasFlags(SectionFlag.SHF_WRITE)) {
                data += section.size();
            } else {
                readOnly += section.size();
            }
        }
        return new ModuleSizes(file.size(), code, readOnly, data, init, notLoaded);
    }
}
