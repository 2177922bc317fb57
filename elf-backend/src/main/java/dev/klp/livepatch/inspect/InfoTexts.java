package dev.klp.livepatch.inspect;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionHeader;
import dev.klp.kernel.modules.ModuleInfo;
import java.nio.ByteBuffer;
import java.util.List;

/** What a module says of itself. */
final class InfoTexts {
    private InfoTexts() {}

    static List<ModuleInfo.Entry> of(ElfFile file) throws ElfFormatException {
        SectionHeader section = file.firstNamed(ModuleInfo.SECTION);
        if (section == null) {
            return List.of();
        }
        ByteBuffer content = file.content(section);
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        try {
            return ModuleInfo.parse(bytes).entries();
        } catch (IllegalArgumentException e) {
            throw file.malformed(section, section.offset(), String.valueOf(e.getMessage()));
        }
    }
}
