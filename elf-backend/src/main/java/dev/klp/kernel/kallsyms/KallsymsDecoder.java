package dev.klp.kernel.kallsyms;

import dev.klp.elf.ElfFormat;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.image.KernelImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries every layout around every token table. */
final class KallsymsDecoder {
    private static final List<AddressTable> LAYOUTS = List.of(
            new OffsetsFirst(),
            new OffsetsLast(),
            new PlaceRelativeOffsets(),
            new AddressesFirst(),
            new AddressesLast());

    private final KernelImage image;

    KallsymsDecoder(KernelImage image) {
        this.image = image;
    }

    Kallsyms decode() throws KernelFormatException {
        List<TokenTable> tables = TokenTableSearch.all(image.bytes());
        String missing = "no table of name tokens";
        for (TokenTable tokens : tables) {
            ByteBuffer bytes = image.bytes().order(tokens.order());
            NameTable names = new NameTableSearch(bytes, tokens.start()).find();
            if (names == null) {
                missing = "the token table at 0x%x has no names before it".formatted(tokens.start());
                continue;
            }
            Kallsyms found = decode(bytes, tokens, names);
            if (found != null) {
                return found;
            }
            missing =
                    "the %,d names at 0x%x have no addresses in a known layout".formatted(names.count(), names.start());
        }
        throw new KernelFormatException(
                image.file(),
                "no symbol table found (" + missing
                        + "); the kernel was built without CONFIG_KALLSYMS, or is damaged, or newer than this program");
    }

    private @Nullable Kallsyms decode(ByteBuffer bytes, TokenTable tokens, NameTable names) {
        for (ElfFormat format : possibleFormats(tokens.order())) {
            Surroundings tables = new Surroundings(bytes, image.addresses(), format.wordSize(), names, tokens.end());
            for (AddressTable layout : LAYOUTS) {
                long[] addresses = layout.read(tables);
                SymbolNames expanded = addresses == null ? null : SymbolNames.expand(bytes, names, tokens);
                if (addresses != null && expanded != null) {
                    return new Kallsyms(layout.layout(), format, addresses, expanded);
                }
            }
        }
        return null;
    }

    private List<ElfFormat> possibleFormats(ByteOrder order) {
        ElfFormat known = image.format();
        return known != null && known.order() == order
                ? List.of(known)
                : List.of(new ElfFormat(true, order), new ElfFormat(false, order));
    }
}
