package dev.klp.processor.check;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.ObjectLookup;
import dev.klp.processor.csource.CUnit;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.templates.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A patch as one kernel sees it: its names with what the kernel has under them.
 *
 * @param patch the patch
 * @param unit its C files
 * @param kernel the kernel
 * @param uses the symbols that the patch names, as far as their objects are known
 */
record KernelSubject(PatchSpec patch, CUnit unit, KernelIndex kernel, List<SymbolUse> uses) {
    static KernelSubject of(PatchSpec patch, CUnit unit, KernelIndex kernel) {
        List<SymbolUse> uses = new ArrayList<>();
        for (ObjectSpec object : patch.objects()) {
            find(kernel, object.name())
                    .ifPresent(found -> object.functions().stream()
                            .filter(function -> !isLeftOut(kernel, function))
                            .flatMap(function -> FunctionUse.of(function, found).stream())
                            .forEach(uses::add));
            for (RelocationSpec relocation : object.relocations()) {
                find(kernel, definingObject(object, relocation))
                        .flatMap(found -> RelocationUse.of(relocation, found))
                        .ifPresent(uses::add);
            }
        }
        return new KernelSubject(patch, unit, kernel, List.copyOf(uses));
    }

    /** Whether the kernel's configuration says that there is no such function. */
    private static boolean isLeftOut(KernelIndex kernel, FunctionSpec function) {
        return !function.configuration().isEmpty()
                && kernel.config(function.configuration()).filter("n"::equals).isPresent();
    }

    private static String definingObject(ObjectSpec object, RelocationSpec relocation) {
        String definedIn = relocation.definedIn().value();
        return definedIn.isEmpty() ? object.name() : definedIn;
    }

    /** The object that the kernel knows by exactly this name. */
    Optional<KernelObject> object(String name) {
        return find(kernel, name);
    }

    private static Optional<KernelObject> find(KernelIndex kernel, String name) {
        return name.equals(ObjectName.VMLINUX.text()) ? kernel.vmlinux() : kernel.object(name);
    }

    /** Every name of a module in the patch that is one, with what the kernel says to it; none if no modules were indexed. */
    Stream<NamedModule> modules() {
        if (kernel.objects().stream().noneMatch(object -> object.kind() == ObjectKind.MODULE)) {
            return Stream.empty();
        }
        return patch.objects().stream()
                .flatMap(object -> Stream.concat(
                        Stream.of(object.module()),
                        object.relocations().stream().map(RelocationSpec::definedIn)))
                .filter(name -> !name.value().isEmpty() && ObjectName.problem(name.value()) == null)
                .map(name -> new NamedModule(name, kernel.lookup(name.value())));
    }

    /** The replaced functions. */
    Stream<FunctionUse> functions() {
        return uses.stream().filter(FunctionUse.class::isInstance).map(FunctionUse.class::cast);
    }

    /** The relocations' symbols. */
    Stream<RelocationUse> relocations() {
        return uses.stream().filter(RelocationUse.class::isInstance).map(RelocationUse.class::cast);
    }

    /** A module's name and what the kernel says to it. */
    record NamedModule(Positioned<String> name, ObjectLookup lookup) {}
}
