package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * One {@code struct klp_state} (since Linux 5.5): a change of the system that a later patch takes over.
 *
 * @param name the end of the names of its two functions in C
 * @param id its number, an {@code unsigned long} and not 0
 * @param version the version of the change, at most 2<sup>31</sup>-1
 */
public record SystemState(CIdentifier name, long id, int version) {
    public SystemState {
        Texts.refuse("state id", Long.toUnsignedString(id), idProblem(id));
        Texts.refuse("state version", Integer.toString(version), versionProblem(version));
    }

    /** What keeps {@code id} from being a state's, or null. */
    public static @Nullable String idProblem(long id) {
        return id == 0 ? "ends the kernel's array of states" : null;
    }

    /** What keeps {@code version} from being a state's, or null. */
    public static @Nullable String versionProblem(int version) {
        return version < 0 ? "is negative" : null;
    }
}
