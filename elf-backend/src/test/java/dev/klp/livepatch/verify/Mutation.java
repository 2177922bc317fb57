package dev.klp.livepatch.verify;

import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.elf.image.SymbolTableContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** One change of a module that makes it worse. */
interface Mutation {
    void apply(ElfImage image) throws IOException;

    /** Gives a symbol another name. */
    static Mutation rename(String from, String to) {
        return image -> symbol(image, from).rename(to);
    }

    /** Defines a symbol elsewhere. */
    static Mutation place(String name, SymbolPlacement placement) {
        return image -> symbol(image, name).place(placement);
    }

    /** Gives a section another name. */
    static Mutation renameSection(String from, String to) {
        return image -> section(image, from).rename(to);
    }

    /** Takes flags from a section. */
    static Mutation withoutFlags(String section, long flags) {
        return image -> section(image, section).setFlags(section(image, section).flags() & ~flags);
    }

    /** Changes the first occurrence of a text in a section to another of the same length. */
    static Mutation text(String section, String from, String to) {
        return image -> {
            byte[] bytes = bytes(image, section);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(from);
            if (at < 0 || from.length() != to.length()) {
                throw new AssertionError("no '" + from + "' in " + section);
            }
            System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, to.length());
            section(image, section).setBytes(OpaqueContent.of(bytes));
        };
    }

    /** Changes one byte of a symbol's content. */
    static Mutation poke(String symbol, int offset, int value) {
        return image -> {
            Symbol found = symbol(image, symbol);
            Section section = found.section();
            if (section == null) {
                throw new AssertionError(symbol + " is not defined");
            }
            byte[] bytes = bytes(image, section.name());
            bytes[(int) found.value() + offset] = (byte) value;
            section.setBytes(OpaqueContent.of(bytes));
        };
    }

    /** Takes away the pointer at an offset in a symbol's content. */
    static Mutation withoutPointer(String symbol, int offset) {
        return image -> entries(image, symbol).removeIf(entry -> entry.offset() == at(image, symbol, offset));
    }

    /** Copies the pointer at an offset in a symbol's content to another offset, in place of what is there. */
    static Mutation copyPointer(String symbol, int from, int to) {
        return image -> {
            List<Relocation> entries = entries(image, symbol);
            Relocation source = entries.stream()
                    .filter(entry -> entry.offset() == at(image, symbol, from))
                    .findFirst()
                    .orElseThrow();
            entries.removeIf(entry -> entry.offset() == at(image, symbol, to));
            entries.add(new Relocation(at(image, symbol, to), source.symbol(), source.type(), source.addend()));
        };
    }

    /** Changes every relocation of a section of relocations. */
    static Mutation relocations(String section, UnaryOperator<Relocation> change) {
        return image -> ((RelocationContent) section(image, section).content())
                .entries()
                .replaceAll(change);
    }

    /** Lets a section of relocations change the beginning of another section. */
    static Mutation retarget(String section, String target) {
        return all(
                image -> section(image, section).setInfoSection(section(image, target)),
                relocations(section, old -> new Relocation(0, old.symbol(), old.type(), old.addend())));
    }

    /** Gives a symbol another binding. */
    static Mutation bind(String name, int binding) {
        return image -> symbol(image, name).setBinding(binding);
    }

    /** All of several. */
    static Mutation all(Mutation... mutations) {
        return image -> {
            for (Mutation mutation : mutations) {
                mutation.apply(image);
            }
        };
    }

    private static long at(ElfImage image, String symbol, int offset) {
        try {
            return symbol(image, symbol).value() + offset;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Relocation> entries(ElfImage image, String symbol) throws IOException {
        Section target = symbol(image, symbol).section();
        for (Section section : image.sections()) {
            if (section.infoSection() == target
                    && section.name().startsWith(".rela")
                    && section.content() instanceof RelocationContent table) {
                return table.entries();
            }
        }
        throw new AssertionError("no relocations of " + target);
    }

    private static Symbol symbol(ElfImage image, String name) throws IOException {
        Section table = image.symbolTable();
        if (table != null && table.content() instanceof SymbolTableContent symbols) {
            for (Symbol symbol : symbols.symbols()) {
                if (symbol.name().equals(name)) {
                    return symbol;
                }
            }
        }
        throw new AssertionError("no symbol " + name);
    }

    private static Section section(ElfImage image, String name) {
        Section section = image.section(name);
        if (section == null) {
            throw new AssertionError("no section " + name);
        }
        return section;
    }

    private static byte[] bytes(ElfImage image, String section) {
        ByteBuffer buffer = ((OpaqueContent) section(image, section).content()).bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
