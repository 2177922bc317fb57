package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * One {@code struct klp_func}.
 *
 * @param oldName the replaced function
 * @param position which symbol of that name
 * @param newFunction the C function that takes its place
 * @param assertion what the unit says of the new function's type, or null for nothing
 * @param immediate {@code klp_func.immediate}: as of the whole patch, for this function
 * @param configuration the kernel's option without which there is no such function; empty where there always is
 */
public record PatchedFunction(
        SymbolName oldName,
        SymbolPosition position,
        CIdentifier newFunction,
        @Nullable PrototypeAssertion assertion,
        boolean immediate,
        String configuration) {
    public PatchedFunction {
        if (!configuration.isEmpty() && !Texts.isWord(configuration)) {
            throw new IllegalArgumentException("no option of a kernel: " + configuration);
        }
    }

    /** A function that there always is, and of whose type nothing is known. */
    public PatchedFunction(SymbolName oldName, SymbolPosition position, CIdentifier newFunction) {
        this(oldName, position, newFunction, null, false, "");
    }
}
