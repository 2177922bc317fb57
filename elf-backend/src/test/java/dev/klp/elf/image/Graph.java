package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds things in an image, and describes one without indices and offsets, so that removals can be compared. */
final class Graph {
    private Graph() {}

    static SymbolTableContent symbols(ElfImage image) {
        return (SymbolTableContent) Objects.requireNonNull(image.symbolTable()).content();
    }

    static Symbol symbol(ElfImage image, String name) throws ElfFormatException {
        return symbols(image).symbols().stream()
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Section section(ElfImage image, String name) {
        return Objects.requireNonNull(image.section(name), name);
    }

    static List<Relocation> entries(ElfImage image, String section) throws ElfFormatException {
        return ((RelocationContent) section(image, section).content()).entries();
    }

    /** One line for each section, symbol, relocation and member; everything by name. */
    static List<String> describe(ElfImage image) throws ElfFormatException {
        List<String> lines = new ArrayList<>();
        for (Section section : image.sections()) {
            String label = "section " + section.name();
            lines.add(label + " type " + section.type() + " flags " + section.flags() + " align " + section.alignment()
                    + " entsize " + section.entrySize() + " link " + section.link() + " info "
                    + section.infoSection());
            if (section.content() instanceof SymbolTableContent table) {
                table.symbols().forEach(symbol -> lines.add(describe(symbol)));
            } else if (section.content() instanceof RelocationContent relocations) {
                for (Relocation entry : relocations.entries()) {
                    lines.add(label + " entry " + Long.toHexString(entry.offset()) + " type " + entry.type() + " "
                            + entry.symbol() + " + " + Long.toHexString(entry.addend()));
                }
            } else if (section.content() instanceof GroupContent group) {
                lines.add(label + " group " + group.flags() + " " + group.signature() + " of " + group.members());
            } else if (section.content() instanceof OpaqueContent opaque) {
                lines.add(label + " bytes " + opaque.bytes().hashCode() + " of "
                        + opaque.bytes().limit());
            }
        }
        return lines;
    }

    private static String describe(Symbol symbol) {
        return "symbol " + symbol + " " + symbol.binding() + " " + symbol.type() + " " + symbol.other() + " value "
                + symbol.value() + " size " + symbol.size() + " in " + symbol.section() + " "
                + (symbol.section() == null ? symbol.placement() : "");
    }
}
