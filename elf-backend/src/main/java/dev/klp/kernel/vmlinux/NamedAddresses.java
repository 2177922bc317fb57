package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolTable;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.kallsyms.Kallsyms;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the linker put the marks around what is of interest. They are data symbols, which kallsyms has with {@code
 * CONFIG_KALLSYMS_ALL} only; otherwise the ELF file's own symbols or its sections may tell.
 */
final class NamedAddresses {
    static final String MCOUNT_START = "__start_mcount_loc";
    static final String MCOUNT_END = "__stop_mcount_loc";
    static final String EXPORT_FLAGS = "__start___kflagstab";

    private static final Set<String> WANTED = Stream.concat(
                    Stream.of(
                            MCOUNT_START,
                            MCOUNT_END,
                            EXPORT_FLAGS,
                            "__start_BTF",
                            "__stop_BTF",
                            "__start___ksymtab",
                            "__stop___ksymtab",
                            "__start___ksymtab_gpl",
                            "__stop___ksymtab_gpl"),
                    Stream.of(KernelRange.values()).flatMap(range -> Stream.of(range.start(), range.end())))
            .collect(Collectors.toUnmodifiableSet());

    private final @Nullable ElfFile elf;
    private final Map<String, Long> addresses;

    private NamedAddresses(@Nullable ElfFile elf, Map<String, Long> addresses) {
        this.elf = elf;
        this.addresses = addresses;
    }

    static NamedAddresses of(KernelImage image, Kallsyms symbols) throws ElfFormatException {
        Map<String, Long> addresses = new HashMap<>();
        BitSet lengths = new BitSet();
        WANTED.forEach(name -> lengths.set(name.length()));
        for (int i = 0; i < symbols.size(); i++) {
            if (lengths.get(symbols.nameLength(i))) {
                addWanted(addresses, symbols.name(i), symbols.address(i));
            }
        }
        ElfFile elf = image.elf();
        if (elf != null) {
            addFromSymbolTable(addresses, elf, lengths);
        }
        return new NamedAddresses(elf, addresses);
    }

    private static void addFromSymbolTable(Map<String, Long> addresses, ElfFile elf, BitSet lengths)
            throws ElfFormatException {
        SectionHeader section = elf.firstOfType(SectionType.SHT_SYMTAB);
        if (section == null || addresses.keySet().containsAll(WANTED)) {
            return;
        }
        SymbolTable table = elf.symbols(section);
        for (int i = 1; i < table.count(); i++) {
            String name = table.name(i);
            if (lengths.get(name.length())) {
                addWanted(addresses, name, table.value(i));
            }
        }
    }

    private static void addWanted(Map<String, Long> addresses, String name, long address) {
        if (WANTED.contains(name)) {
            addresses.putIfAbsent(name, address);
        }
    }

    OptionalLong of(String name) {
        Long address = addresses.get(name);
        return address == null ? OptionalLong.empty() : OptionalLong.of(address);
    }

    /** The range between two symbols. */
    Optional<AddressRange> between(String start, String end) {
        Long first = addresses.get(start);
        Long last = addresses.get(end);
        return first == null || last == null || Long.compareUnsigned(first, last) > 0
                ? Optional.empty()
                : Optional.of(new AddressRange(first, last));
    }

    /** The range between two symbols or, where they are not known, that of an ELF section. */
    Optional<AddressRange> between(String start, String end, String section) throws ElfFormatException {
        Optional<AddressRange> marked = between(start, end);
        if (marked.isPresent() || elf == null) {
            return marked;
        }
        SectionHeader header = elf.firstNamed(section);
        return header == null || header.fileSize() == 0
                ? Optional.empty()
                : Optional.of(new AddressRange(header.address(), header.address() + header.size()));
    }
}
