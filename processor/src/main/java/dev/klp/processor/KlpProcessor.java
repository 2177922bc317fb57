package dev.klp.processor;

import com.google.auto.common.MoreElements;
import com.google.auto.service.AutoService;
import dev.klp.processor.spec.KlpAnnotation;
import dev.klp.processor.spec.Misplacement;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code @KlpPatch} types and generates for each the Kbuild tree of its livepatch module below {@code klp/<module>/}
 * in the class output, and a companion class.
 *
 * <p>Each type is treated on its own, in the round in which it appears; one that needs what another processor has still
 * to write is kept by name and read again in the next round. Nothing is generated for a patch with an error. The
 * annotations are not claimed: other processors may read them too.
 */
@AutoService(Processor.class)
public final class KlpProcessor extends AbstractProcessor {
    private @Nullable Compilation compilation;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Stream.of(KlpAnnotation.values())
                .map(KlpAnnotation::qualifiedName)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.copyOf(Option.keys());
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compilation = Compilation.start(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Compilation current = Objects.requireNonNull(compilation, "init comes first");
        if (round.processingOver()) {
            current.finish();
        } else {
            current.round(annotated(round, KlpAnnotation.PATCH).map(MoreElements::asType));
            annotated(round, KlpAnnotation.values())
                    .flatMap(Misplacement::outsidePatches)
                    .forEach(current::reportMisplaced);
        }
        return false;
    }

    private Stream<Element> annotated(RoundEnvironment round, KlpAnnotation... annotations) {
        Set<Element> elements = new LinkedHashSet<>();
        for (KlpAnnotation annotation : annotations) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation.qualifiedName());
            if (type != null) {
                elements.addAll(round.getElementsAnnotatedWith(type));
            }
        }
        return elements.stream();
    }
}
