package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sections that are kept or dropped together: gABI 4, "Section Groups". */
public final class GroupContent implements SectionContent {
    /** {@code GRP_COMDAT}: of several groups of one signature only one is kept. */
    public static final long GRP_COMDAT = 1;

    private final SymbolTableContent symbols;
    private final int signatureOrigin;
    private final @Nullable Symbol newSignature;
    private final long flags;
    private final List<Section> members;

    private GroupContent(
            SymbolTableContent symbols,
            int signatureOrigin,
            @Nullable Symbol newSignature,
            long flags,
            List<Section> members) {
        this.symbols = symbols;
        this.signatureOrigin = signatureOrigin;
        this.newSignature = newSignature;
        this.flags = flags;
        this.members = new ArrayList<>(members);
    }

    static GroupContent read(SymbolTableContent symbols, int signature, long flags, List<Section> members) {
        return new GroupContent(symbols, signature, null, flags, members);
    }

    /** A new group with a signature of {@code symbols}. */
    public static GroupContent of(SymbolTableContent symbols, Symbol signature, long flags, List<Section> members) {
        return new GroupContent(symbols, 0, signature, flags, members);
    }

    /** The first word: {@link #GRP_COMDAT} or 0, and bits of the system's own. */
    public long flags() {
        return flags;
    }

    /** The members; the list may be changed. */
    public List<Section> members() {
        return members;
    }

    /**
     * The symbol whose name identifies the group, or null for index 0.
     *
     * @throws ElfFormatException if the symbol table is malformed
     */
    public @Nullable Symbol signature() throws ElfFormatException {
        return newSignature != null ? newSignature : symbols.origin(signatureOrigin);
    }

    /** The table of the signature. */
    SymbolTableContent symbols() {
        return symbols;
    }

    /** The signature's index in the table as it was read, or 0 for a new group. */
    int signatureOrigin() {
        return signatureOrigin;
    }

    /** The signature of a new group, or null for one that was read. */
    @Nullable
    Symbol newSignature() {
        return newSignature;
    }
}
