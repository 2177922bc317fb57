package dev.klp.processor.spec;

import dev.klp.templates.model.SyscallEntry;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * One {@code @KlpSyscall} method as it is written.
 *
 * @param method the method's name in the source
 * @param hasParameters whether the method has parameters
 * @param hasBody whether the method has a body
 * @param name the system call's name
 * @param newFunc the C function for it
 * @param parameters the C types of that function's parameters
 * @param compatFunc the C function for 32-bit programs where they have a body of their own, empty for none
 * @param compatParameters the C types of that function's parameters
 * @param nativeOnly whether 32-bit programs keep the old one
 */
public record SyscallSpec(
        Position method,
        boolean hasParameters,
        boolean hasBody,
        Positioned<String> name,
        Positioned<String> newFunc,
        List<Positioned<String>> parameters,
        Positioned<String> compatFunc,
        List<Positioned<String>> compatParameters,
        Positioned<Boolean> nativeOnly) {
    public SyscallSpec {
        parameters = List.copyOf(parameters);
        compatParameters = List.copyOf(compatParameters);
    }

    static SyscallSpec of(ExecutableElement method, AnnotationMirror mirror) {
        Members members = new Members(method, mirror);
        boolean bodiless = method.getModifiers().contains(Modifier.ABSTRACT)
                || method.getModifiers().contains(Modifier.NATIVE);
        return new SyscallSpec(
                Position.of(method),
                !method.getParameters().isEmpty() || !method.getTypeParameters().isEmpty(),
                !bodiless,
                members.string("name", method.getSimpleName().toString()),
                members.string("newFunc"),
                members.strings("parameters"),
                members.string("compatFunc"),
                members.strings("compatParameters"),
                members.flag("nativeOnly"));
    }

    /** One way in that is replaced. */
    public record Entry(SyscallEntry kind, Positioned<String> function, List<Positioned<String>> parameters) {}

    /** The ways in that are replaced. */
    public List<Entry> entries() {
        Entry own = new Entry(SyscallEntry.X64, newFunc, parameters);
        if (nativeOnly.value()) {
            return List.of(own);
        }
        if (!compatFunc.value().isEmpty()) {
            return List.of(own, new Entry(SyscallEntry.IA32_COMPAT, compatFunc, compatParameters));
        }
        // SYSCALL_DEFINE0 makes the second entry an alias of the first: one function, to be replaced once.
        return parameters.isEmpty() ? List.of(own) : List.of(own, new Entry(SyscallEntry.IA32, newFunc, parameters));
    }

    /** The replaced functions of the kernel. */
    Stream<FunctionSpec> functions() {
        return entries().stream()
                .map(entry -> new FunctionSpec(
                        method,
                        hasParameters,
                        hasBody,
                        new Positioned<>(entry.kind().symbol(name.value()), name.position(), name.given()),
                        new Positioned<>(0, method, false),
                        AnchorSpec.none(method),
                        new Positioned<>(
                                entry.kind().stub(entry.function().value()),
                                entry.function().position(),
                                true),
                        new Positioned<>(false, method, false),
                        entry.kind()));
    }
}
