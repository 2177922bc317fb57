package dev.klp.processor;

import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which notes the annotations that are left to it. */
@SupportedAnnotationTypes("*")
final class ClaimWatcher extends AbstractProcessor {
    private final Set<String> seen = new TreeSet<>();

    Set<String> seen() {
        return seen;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.forEach(annotation -> seen.add(annotation.toString()));
        return false;
    }
}
