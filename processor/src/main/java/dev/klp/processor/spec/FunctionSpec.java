package dev.klp.processor.spec;

import dev.klp.templates.model.SyscallEntry;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @KlpFunc} method as it is written, or one entry of a {@code @KlpSyscall} method.
 *
 * @param method the method's name in the source
 * @param hasParameters whether the method has parameters, of values or of types
 * @param hasBody whether the method has a body
 * @param oldName the replaced function, which is the method's name where none is given
 * @param sympos which symbol of that name
 * @param anchor what else tells which one
 * @param newFunc the C function that takes its place
 * @param immediate whether tasks go over to it without waiting for one another
 * @param entry which entry of a system call, or null for a function that is none
 */
public record FunctionSpec(
        Position method,
        boolean hasParameters,
        boolean hasBody,
        Positioned<String> oldName,
        Positioned<Integer> sympos,
        AnchorSpec anchor,
        Positioned<String> newFunc,
        Positioned<Boolean> immediate,
        @Nullable SyscallEntry entry) {
    /** The kernel's option without which there is no such function; empty where there always is. */
    public String configuration() {
        return entry == null ? "" : entry.configuration();
    }
}
