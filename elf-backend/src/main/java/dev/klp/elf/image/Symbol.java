package dev.klp.elf.image;

import dev.klp.elf.SymbolBinding;
import org.jspecify.annotations.Nullable;

/** One symbol that may be changed: gABI 4, "Symbol Table". Two symbols are equal only if they are one object. */
public final class Symbol {
    private static final int NEW = -1;

    private final int originIndex;
    private @Nullable SymbolTableContent table;
    private String name;
    private long storedName;
    private int binding;
    private int type;
    private int other;
    private SymbolPlacement placement;
    private long value;
    private long size;

    Symbol(int originIndex, String name, long storedName, int info, int other, SymbolPlacement placement) {
        this.originIndex = originIndex;
        this.name = name;
        this.storedName = storedName;
        this.binding = info >>> 4;
        this.type = info & 0xF;
        this.other = other;
        this.placement = placement;
    }

    /**
     * A symbol that is in no table yet, with value and size 0 and default visibility.
     *
     * @param binding see {@link SymbolBinding}
     * @param type see {@link dev.klp.elf.SymbolType}
     */
    public static Symbol create(String name, int binding, int type, SymbolPlacement placement) {
        return new Symbol(NEW, name, NEW, nibble(binding) << 4 | nibble(type), 0, placement);
    }

    /** The name, empty for none. */
    public String name() {
        return name;
    }

    /** Gives the symbol another name; the old one stays in the string table, where others may use it. */
    public void rename(String newName) {
        if (!newName.equals(name)) {
            name = newName;
            storedName = NEW;
        }
    }

    /** The binding, see {@link SymbolBinding}. */
    public int binding() {
        return binding;
    }

    /** Changes the binding; local symbols stand before all others, so this may move the symbol in its table. */
    public void setBinding(int newBinding) {
        boolean moves = (newBinding == SymbolBinding.STB_LOCAL) != isLocal();
        binding = nibble(newBinding);
        if (moves && table != null) {
            table.reorder();
        }
    }

    /** Whether the binding is {@link SymbolBinding#STB_LOCAL}. */
    public boolean isLocal() {
        return binding == SymbolBinding.STB_LOCAL;
    }

    /** The type, see {@link dev.klp.elf.SymbolType}. */
    public int type() {
        return type;
    }

    /** Changes the type. */
    public void setType(int newType) {
        type = nibble(newType);
    }

    /** {@code st_other}: visibility, and bits of the processor's own. */
    public int other() {
        return other;
    }

    /** Changes {@code st_other}. */
    public void setOther(int newOther) {
        other = newOther & 0xFF;
    }

    /** Where it is defined. */
    public SymbolPlacement placement() {
        return placement;
    }

    /** Defines it elsewhere. */
    public void place(SymbolPlacement newPlacement) {
        placement = newPlacement;
    }

    /** The section in which it is defined, or null. */
    public @Nullable Section section() {
        return placement instanceof SymbolPlacement.InSection in ? in.section() : null;
    }

    /** Whether it is defined in no file seen here: {@code SHN_UNDEF}. */
    public boolean isUndefined() {
        return placement instanceof SymbolPlacement.Undefined;
    }

    /** {@code st_value}: an offset in its section in a relocatable file. */
    public long value() {
        return value;
    }

    /** Changes {@code st_value}. */
    public void setValue(long newValue) {
        value = newValue;
    }

    /** {@code st_size} in bytes, 0 for none or unknown. */
    public long size() {
        return size;
    }

    /** Changes {@code st_size}. */
    public void setSize(long newSize) {
        size = newSize;
    }

    /** The name in quotes, or the section's for a nameless section symbol. */
    @Override
    public String toString() {
        Section section = section();
        return name.isEmpty() && section != null ? "'" + section.name() + "' (section symbol)" : "'" + name + "'";
    }

    /** The index in the table as it was read, or -1 for a new symbol. */
    int originIndex() {
        return originIndex;
    }

    /** The name's offset in the string table as it was read, or -1 if the name is new. */
    long storedName() {
        return storedName;
    }

    @Nullable
    SymbolTableContent table() {
        return table;
    }

    void joins(@Nullable SymbolTableContent newTable) {
        table = newTable;
    }

    private static int nibble(int value) {
        if (value < 0 || value > 0xF) {
            throw new IllegalArgumentException(value + " does not fit into four bits");
        }
        return value;
    }
}
