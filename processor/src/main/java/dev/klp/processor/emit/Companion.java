package dev.klp.processor.emit;

import com.google.auto.common.GeneratedAnnotations;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.klp.processor.spec.KlpAnnotation;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.PatchedObject;
import dev.klp.templates.model.ReleaseModule;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/**
 * Writes the companion of a patch: the class {@code <Type>Livepatch} beside the type, {@code Outer_InnerLivepatch} for a
 * nested one.
 */
public final class Companion {
    private static final ClassName LIVEPATCH = ClassName.get(KlpAnnotation.PACKAGE, "Livepatch");
    private static final ClassName KERNEL = ClassName.get(KlpAnnotation.PACKAGE, "LivepatchKernel");
    private static final ClassName OBJECT = ClassName.get(KlpAnnotation.PACKAGE, "LivepatchObject");
    private static final ClassName FUNCTION = ClassName.get(KlpAnnotation.PACKAGE, "LivepatchFunction");

    private final String generator;
    private final Elements elements;
    private final SourceVersion version;

    /**
     * @param generator the class that is named as the one that generates
     * @param elements tells whether the compilation sees {@code @Generated}
     * @param version the source level of the compilation
     */
    public Companion(String generator, Elements elements, SourceVersion version) {
        this.generator = generator;
        this.elements = elements;
        this.version = version;
    }

    /** The companion's simple name. */
    public static String name(PatchSpec patch) {
        return patch.type().binaryName().replace('$', '_') + "Livepatch";
    }

    /** The companion of one patch, with the patch's type as its originating element. */
    public JavaFile of(PatchSpec patch, PatchTree tree) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name(patch))
                .addJavadoc(
                        "The livepatch module {@code $L}, generated from {@code $L}.\n",
                        tree.name().text(),
                        patch.type().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(LIVEPATCH)
                .addOriginatingElement(patch.position().element())
                .addMethod(method(
                        "moduleName",
                        ClassName.get(String.class),
                        CodeBlock.of("$S", tree.name().text())));
        if (tree.releases().isEmpty()) {
            type.addMethod(method("objects", list(OBJECT), objects(tree.first())));
        } else {
            type.addMethod(method("objects", list(OBJECT), CodeBlock.of("kernels().get(0).objects()")));
        }
        type.addMethod(method("resources", list(ClassName.get(String.class)), strings(tree.resources())));
        if (!tree.releases().isEmpty()) {
            type.addMethod(method(
                    "kernels", list(KERNEL), listOf(tree.releases().stream().map(release -> kernel(tree, release)))));
        }
        GeneratedAnnotations.generatedAnnotation(elements, version)
                .map(ClassName::get)
                .map(generated -> AnnotationSpec.builder(generated)
                        .addMember("value", "$S", generator)
                        .build())
                .ifPresent(type::addAnnotation);
        return JavaFile.builder(patch.type().packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static MethodSpec method(String name, TypeName result, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addStatement("return $L", value)
                .build();
    }

    private static CodeBlock kernel(PatchTree tree, ReleaseModule module) {
        return CodeBlock.of(
                "new $T($S, $>$>$L, $L$<$<)",
                KERNEL,
                module.release().text(),
                objects(module.module()),
                strings(tree.resources(module.release())));
    }

    private static CodeBlock objects(PatchModule module) {
        return listOf(module.objects().stream().map(Companion::object));
    }

    private static CodeBlock strings(List<String> strings) {
        return listOf(strings.stream().map(string -> CodeBlock.of("$S", string)));
    }

    private static CodeBlock object(PatchedObject object) {
        return CodeBlock.of(
                "new $T($S, $>$>$L$<$<)",
                OBJECT,
                object.name().text(),
                listOf(object.functions().stream().map(Companion::function)));
    }

    private static CodeBlock function(PatchedFunction function) {
        return CodeBlock.of(
                "new $T($S, $L, $S)",
                FUNCTION,
                function.oldName().text(),
                function.position().value(),
                function.newFunction().text());
    }

    private static TypeName list(ClassName entry) {
        return ParameterizedTypeName.get(ClassName.get(List.class), entry);
    }

    private static CodeBlock listOf(Stream<CodeBlock> entries) {
        List<CodeBlock> all = entries.toList();
        if (all.isEmpty()) {
            return CodeBlock.of("$T.of()", List.class);
        }
        return CodeBlock.builder()
                .add("$T.of(\n", List.class)
                .add(CodeBlock.join(all, ",\n"))
                .add(")")
                .build();
    }
}
