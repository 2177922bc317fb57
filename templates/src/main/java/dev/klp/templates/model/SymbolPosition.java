package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * Which of the symbols of one name in one object is meant ({@code sympos}). 0 says that there is one only; n from 1 is
 * the n-th. At most 2<sup>32</sup>-1: {@code klp_module_reloc.sympos} is an {@code unsigned int}.
 *
 * @param value the position
 * @param note what stands at it, for a comment behind the number: {@code of 3 by address, after foo}; empty for nothing
 */
public record SymbolPosition(long value, String note) {
    /** The name is unique in its object. */
    public static final SymbolPosition UNIQUE = new SymbolPosition(0);

    private static final long MAX = 0xffff_ffffL;

    public SymbolPosition {
        String problem = problem(value);
        if (problem != null) {
            throw new IllegalArgumentException("symbol position " + value + " " + problem);
        }
    }

    /** A position of which nothing else is known. */
    public SymbolPosition(long value) {
        this(value, "");
    }

    /** What keeps {@code value} from being a position, or null. */
    public static @Nullable String problem(long value) {
        if (value < 0) {
            return "is negative, positions count from 1 and 0 says that the name is unique";
        }
        return value > MAX ? "is above " + MAX : null;
    }
}
