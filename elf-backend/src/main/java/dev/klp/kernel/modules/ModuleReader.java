package dev.klp.kernel.modules;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.FileType;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionIndex;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.SymbolTable;
import dev.klp.elf.SymbolType;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one finished module. Time and memory are linear in the size of the file. */
public final class ModuleReader {
    private static final int FIRST_SYMBOL = 1;

    private final ElfFile file;
    private final ModuleInfo modInfo;
    private final List<ModuleSection> sections;

    private ModuleReader(ElfFile file, ModuleInfo modInfo) throws ElfFormatException {
        this.file = file;
        this.modInfo = modInfo;
        this.sections = sections(file);
    }

    /**
     * Whether a file is a module that can be loaded: relocatable, with a {@code .modinfo}.
     *
     * @throws ElfFormatException if its section names are damaged
     */
    public static boolean isModule(ElfFile file) throws ElfFormatException {
        return file.header().type() == FileType.ET_REL && file.firstNamed(ModuleInfo.SECTION) != null;
    }

    /**
     * Reads a module.
     *
     * @param bytes an unpacked module from position to limit; the result keeps a view of them for its BTF
     * @param name the file's name, for messages, and for the module's name if its modinfo has none (before 4.3)
     * @throws ElfFormatException if it is no module or is damaged
     */
    public static KernelModule read(String name, ByteBuffer bytes) throws ElfFormatException {
        return read(ElfFile.parse(name, bytes));
    }

    /**
     * Reads a module.
     *
     * @throws ElfFormatException if it is no module or is damaged
     */
    public static KernelModule read(ElfFile file) throws ElfFormatException {
        if (file.header().type() != FileType.ET_REL) {
            throw file.malformed(16, "e_type is " + file.header().type() + ", must be ET_REL (1) in a module");
        }
        SectionHeader section = file.firstNamed(ModuleInfo.SECTION);
        if (section == null) {
            throw file.malformed(0, "there is no section .modinfo: an object file, not a finished module");
        }
        return new ModuleReader(file, modInfo(file, section)).read();
    }

    private static ModuleInfo modInfo(ElfFile file, SectionHeader section) throws ElfFormatException {
        ByteBuffer content = file.content(section);
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        try {
            return ModuleInfo.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw file.malformed(section, section.offset(), String.valueOf(e.getMessage()));
        }
    }

    private static List<ModuleSection> sections(ElfFile file) throws ElfFormatException {
        Names names = Names.ofSections(file);
        List<ModuleSection> sections = new ArrayList<>(file.sectionCount());
        for (SectionHeader header : file.sections()) {
            sections.add(new ModuleSection(names.get(header.nameOffset()), header));
        }
        return sections;
    }

    private KernelModule read() throws ElfFormatException {
        List<ModuleSymbol> symbols = new ArrayList<>();
        List<ModuleExport> exports = List.of();
        SectionHeader symtab = file.firstOfType(SectionType.SHT_SYMTAB);
        if (symtab != null) {
            SymbolTable table = file.symbols(symtab);
            Names names = Names.of(file, table.names());
            ModuleExports seen = new ModuleExports(file, table, sections);
            SymbolClassifier classifier =
                    new SymbolClassifier(table, names, sections, TraceablePlaces.read(file, table));
            for (int i = FIRST_SYMBOL; i < table.count(); i++) {
                if (table.sectionIndex(i) != SectionIndex.SHN_UNDEF && table.nameOffset(i) != 0) {
                    String name = names.get(table.nameOffset(i));
                    seen.see(i, name);
                    symbols.add(symbol(table, i, name, classifier));
                }
            }
            exports = seen.list();
        }
        String ownName = modInfo.first("name");
        return new KernelModule(
                ModuleName.official(ownName == null ? file.name() : ownName),
                file.header().machine(),
                file.format().order(),
                modInfo.first("vermagic"),
                modInfo.first("livepatch") != null,
                dependencies(),
                sections.stream().map(ModuleSection::name).toList(),
                symbols,
                exports,
                btf());
    }

    private ModuleSymbol symbol(SymbolTable table, int index, String name, SymbolClassifier classifier)
            throws ElfFormatException {
        int sectionIndex = table.definingSection(index);
        ModuleSection section = sectionIndex == 0 ? null : sections.get(sectionIndex);
        SymbolKind kind = classifier.kind(index, name, section);
        Traceability traceability = classifier.traceability(index, name, kind);
        int binding = table.binding(index);
        return new ModuleSymbol(
                name,
                sectionIndex,
                table.value(index),
                table.size(index),
                type(table, index, section),
                kind,
                binding != SymbolBinding.STB_LOCAL,
                binding == SymbolBinding.STB_WEAK,
                section == null || !section.isCore(),
                traceability);
    }

    /** The letter of {@code elf_type} in kernel/module/kallsyms.c. */
    private static char type(SymbolTable table, int index, @Nullable ModuleSection section) {
        if (table.binding(index) == SymbolBinding.STB_WEAK) {
            return table.type(index) == SymbolType.STT_OBJECT ? 'v' : 'w';
        }
        if (section == null) {
            return table.sectionIndex(index) == SectionIndex.SHN_ABS ? 'a' : '?';
        }
        return section.symbolType();
    }

    private List<String> dependencies() {
        return modInfo.depends().stream()
                .filter(name -> !name.isEmpty())
                .map(ModuleName::official)
                .toList();
    }

    /**
     * Split BTF on the types of vmlinux. That of a module built outside the kernel's tree since 6.11 stands on a base of its own,
     * which the kernel replaces when it loads the module ({@code btf_relocate}): its ids mean nothing beside vmlinux.
     */
    private @Nullable ByteBuffer btf() throws ElfFormatException {
        SectionHeader section = file.firstNamed(".BTF.base") == null ? file.firstNamed(".BTF") : null;
        return section == null ? null : file.content(section);
    }
}
