package dev.klp.templates.model;

import java.util.List;

/**
 * The function that takes the place of one entry of a system call: it unpacks the registers.
 *
 * @param entry the entry
 * @param function the author's function, which gives a {@code long}
 * @param parameters the types of its parameters, at most {@link SyscallEntry#MAX_PARAMETERS}
 */
public record SyscallStub(SyscallEntry entry, CIdentifier function, List<CType> parameters) {
    public SyscallStub {
        parameters = List.copyOf(parameters);
        if (parameters.size() > SyscallEntry.MAX_PARAMETERS) {
            throw new IllegalArgumentException("a system call with " + parameters.size() + " parameters");
        }
    }

    /** Its own name. */
    public CIdentifier name() {
        return new CIdentifier(entry.stub(function.text()));
    }
}
