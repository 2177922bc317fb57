package dev.klp.templates.internal;

import dev.klp.templates.model.CType;
import dev.klp.templates.model.SyscallStub;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A function in the place of a system call's entry as its template sees it.
 *
 * @param name its name
 * @param configuration the option without which it is not compiled, empty for none
 * @param function the function that it calls
 * @param arguments what it calls it with
 */
public record StubView(String name, String configuration, String function, List<String> arguments) {
    static StubView of(SyscallStub stub) {
        List<CType> types = stub.parameters();
        return new StubView(
                stub.name().text(),
                stub.entry().configuration(),
                stub.function().text(),
                IntStream.range(0, types.size())
                        .mapToObj(i -> "(" + types.get(i) + ")(unsigned long)"
                                + stub.entry().argument(i))
                        .toList());
    }
}
