package dev.klp.processor.spec;

import com.google.auto.common.SuperficialValidation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads annotated types. Holds nothing of what it read. */
public final class PatchReader {
    private final Elements elements;

    public PatchReader(Elements elements) {
        this.elements = elements;
    }

    /**
     * Reads one {@code @KlpPatch} type.
     *
     * @return empty while the type names types or constants that do not exist (another processor may still write them),
     *     and where a member that has no default is missing
     */
    public Optional<PatchSpec> read(TypeElement type) {
        Optional<? extends AnnotationMirror> annotation = KlpAnnotation.PATCH.on(type);
        if (annotation.isEmpty() || !SuperficialValidation.validateElement(type) || !complete(type)) {
            return Optional.empty();
        }
        Members members = new Members(type, annotation.get());
        TypeShape shape = shape(type);
        return Optional.of(new PatchSpec(
                Position.of(type, members.mirror()),
                type.getQualifiedName().toString(),
                shape,
                members.string("name", SnakeCase.of(type.getSimpleName().toString())),
                members.types("includes").stream().map(this::included).toList(),
                members.strings("sources"),
                code(type).toList(),
                members.strings("headers"),
                members.string("description"),
                members.string("author"),
                members.string("version"),
                members.annotations("modinfo").stream()
                        .map(pair -> new ModinfoSpec(pair.string("tag"), pair.string("value")))
                        .toList(),
                members.flag("replace"),
                members.flag("immediate"),
                members.annotations("states").stream().map(StateSpec::of).toList(),
                members.annotations("shadows").stream().map(ShadowSpec::of).toList(),
                members.annotations("params").stream().map(ParamSpec::of).toList(),
                members.annotations("hooks").stream().map(HookSpec::of).toList(),
                BuildSpec.of(members),
                objects(type),
                Misplacement.in(type).toList()));
    }

    private IncludedPatch included(Positioned<TypeMirror> type) {
        Positioned<String> name = new Positioned<>(type.value().toString(), type.position(), true);
        if (!(type.value() instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement element)
                // A type that includes itself would never be read to its end.
                || element.equals(type.position().element())) {
            return new IncludedPatch(name, null);
        }
        return new IncludedPatch(name, read(element).orElse(null));
    }

    /** The C text of a patch: its own, then that of its functions in the order of the source. */
    private static Stream<CodeSpec> code(TypeElement patch) {
        return Stream.concat(
                        Stream.of(patch),
                        ElementFilter.typesIn(patch.getEnclosedElements()).stream()
                                .filter(KlpAnnotation.OBJECT::isOn)
                                .flatMap(object -> ElementFilter.methodsIn(object.getEnclosedElements()).stream()))
                .flatMap(element -> Stream.of(KlpAnnotation.PATCH, KlpAnnotation.FUNC, KlpAnnotation.SYSCALL)
                        .flatMap(annotation -> annotation.on(element).stream())
                        .flatMap(mirror -> CodeSpec.of(element, mirror).stream()));
    }

    private List<ObjectSpec> objects(TypeElement patch) {
        return ElementFilter.typesIn(patch.getEnclosedElements()).stream()
                .flatMap(type -> KlpAnnotation.OBJECT.on(type).stream().map(mirror -> object(type, mirror)))
                .toList();
    }

    private ObjectSpec object(TypeElement type, AnnotationMirror mirror) {
        Members members = new Members(type, mirror);
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
        List<SyscallSpec> syscalls = methods.stream()
                .flatMap(method ->
                        KlpAnnotation.SYSCALL.on(method).stream().map(syscall -> SyscallSpec.of(method, syscall)))
                .toList();
        Stream<FunctionSpec> functions = methods.stream()
                .flatMap(method -> KlpAnnotation.FUNC.on(method).stream().map(func -> function(method, func)));
        return new ObjectSpec(
                members.position(),
                shape(type),
                members.string("value"),
                CallbacksSpec.of(members.annotation("callbacks")),
                Stream.concat(functions, syscalls.stream().flatMap(SyscallSpec::functions))
                        .toList(),
                syscalls,
                KlpAnnotation.relocations(type).map(PatchReader::relocation).toList());
    }

    private static FunctionSpec function(ExecutableElement method, AnnotationMirror mirror) {
        Members members = new Members(method, mirror);
        boolean bodiless = method.getModifiers().contains(Modifier.ABSTRACT)
                || method.getModifiers().contains(Modifier.NATIVE);
        return new FunctionSpec(
                Position.of(method),
                !method.getParameters().isEmpty() || !method.getTypeParameters().isEmpty(),
                !bodiless,
                members.string("oldName", method.getSimpleName().toString()),
                members.integer("sympos"),
                AnchorSpec.of(members),
                members.string("newFunc"),
                members.flag("immediate"),
                null);
    }

    private static RelocationSpec relocation(Members members) {
        Positioned<String> symbol = members.string("symbol");
        return new RelocationSpec(
                symbol,
                members.string("declaration"),
                members.integer("sympos"),
                AnchorSpec.of(members),
                members.string("definedIn"),
                members.string("cName", symbol.value()));
    }

    private static boolean complete(Element element) {
        boolean own = element.getAnnotationMirrors().stream()
                .filter(KlpAnnotation::isOurs)
                .allMatch(mirror -> new Members(element, mirror).complete());
        return own && element.getEnclosedElements().stream().allMatch(PatchReader::complete);
    }

    private TypeShape shape(TypeElement type) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String binaryName = elements.getBinaryName(type).toString();
        return TypeShape.of(type, packageName, binaryName.substring(binaryName.lastIndexOf('.') + 1));
    }
}
