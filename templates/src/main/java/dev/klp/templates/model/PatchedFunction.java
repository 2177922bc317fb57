package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * One {@code struct klp_func}.
 *
 * @param oldName the replaced function
 * @param position which symbol of that name
 * @param newFunction the C function that takes its place
 * @param assertion what the unit says of the new function's type, or null for nothing
 */
public record PatchedFunction(
        SymbolName oldName,
        SymbolPosition position,
        CIdentifier newFunction,
        @Nullable PrototypeAssertion assertion) {
    /** A function of whose type nothing is known. */
    public PatchedFunction(SymbolName oldName, SymbolPosition position, CIdentifier newFunction) {
        this(oldName, position, newFunction, null);
    }
}
