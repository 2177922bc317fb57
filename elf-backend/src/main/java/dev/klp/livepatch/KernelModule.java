package dev.klp.livepatch;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionType;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.SymbolTableContent;
import dev.klp.livepatch.arch.Architecture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A built kernel module, of an architecture whose modules are converted. */
public final class KernelModule {
    /** {@code e_machine} follows {@code e_ident} and {@code e_type}: gABI 4, "ELF Header". */
    private static final int MACHINE_OFFSET = 18;

    private final ElfImage image;
    private final Architecture architecture;
    private final Section symbolTable;
    private final SymbolTableContent symbols;
    private @Nullable FunctionMap functions;

    private KernelModule(ElfImage image, Architecture architecture, Section symbolTable, SymbolTableContent symbols) {
        this.image = image;
        this.architecture = architecture;
        this.symbolTable = symbolTable;
        this.symbols = symbols;
    }

    /**
     * Takes a relocatable file as a module.
     *
     * @throws ElfFormatException if it has no symbol table, has relocations without addends, or is for another machine
     */
    public static KernelModule of(ElfImage image) throws ElfFormatException {
        int machine = image.header().machine();
        Architecture architecture =
                Architecture.of(machine, image.format().is64(), image.format().order());
        if (architecture == null) {
            throw new ElfFormatException(
                    image.name(),
                    MACHINE_OFFSET,
                    null,
                    "the module is for " + MachineName.of(machine, image.format())
                            + "; those that are converted are for " + Architecture.NAMES);
        }
        Section symbolTable = image.symbolTable();
        if (symbolTable == null || !(symbolTable.content() instanceof SymbolTableContent symbols)) {
            throw new ElfFormatException(
                    image.name(), 0, null, "the file has no symbol table, so it is no kernel module");
        }
        for (Section section : image.sections()) {
            if (section.type() == SectionType.SHT_REL) {
                throw new ElfFormatException(
                        image.name(),
                        0,
                        section.name(),
                        "relocations without addends (SHT_REL); the kernel takes only SHT_RELA on "
                                + architecture.name());
            }
        }
        return new KernelModule(image, architecture, symbolTable, symbols);
    }

    /** The file. */
    public ElfImage image() {
        return image;
    }

    /** What the module is built for. */
    public Architecture architecture() {
        return architecture;
    }

    /** The section of the symbol table. */
    public Section symbolTable() {
        return symbolTable;
    }

    /** The symbol table. */
    public SymbolTableContent symbols() {
        return symbols;
    }

    /** Every section of relocations against the symbol table that the loader, not the livepatch core, applies. */
    public List<Section> ordinaryRelocationSections() {
        return relocationSections(false);
    }

    /** Every section of relocations that the livepatch core applies. */
    public List<Section> livepatchRelocationSections() {
        return relocationSections(true);
    }

    private List<Section> relocationSections(boolean livepatch) {
        List<Section> found = new ArrayList<>();
        for (Section section : image.sections()) {
            if (section.content() instanceof RelocationContent table
                    && table.symbols() == symbols
                    && section.hasFlags(LivepatchFormat.SHF_RELA_LIVEPATCH) == livepatch) {
                found.add(section);
            }
        }
        return found;
    }

    /**
     * A place in the module as a person looks for it.
     *
     * @param offset the offset in the section, in bytes
     * @throws ElfFormatException if the symbol table is malformed
     */
    public ModulePlace place(Section section, long offset) throws ElfFormatException {
        FunctionMap known = functions;
        if (known == null) {
            known = FunctionMap.of(symbols.symbols());
            functions = known;
        }
        return known.place(section, offset);
    }
}
