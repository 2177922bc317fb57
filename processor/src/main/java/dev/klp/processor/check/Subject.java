package dev.klp.processor.check;

import dev.klp.processor.csource.CUnit;
import dev.klp.processor.released.ReleasedPatch;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is checked, and what is known beside it.
 *
 * @param patch the patch
 * @param sources where its C files are looked for
 * @param namesakes the names of the other patch types of this compilation with the same module name
 * @param shadows the shadow variables of the other patch types of this compilation
 * @param kernels the kernels that the patch is for, as far as they can be used
 * @param kernelNamed whether the author named a kernel
 * @param released patches of earlier releases
 */
public record Subject(
        PatchSpec patch,
        SourceFiles sources,
        List<String> namesakes,
        List<NamedShadow> shadows,
        List<TargetKernel> kernels,
        boolean kernelNamed,
        List<ReleasedPatch> released) {
    public Subject {
        namesakes = List.copyOf(namesakes);
        shadows = List.copyOf(shadows);
        kernels = List.copyOf(kernels);
        released = List.copyOf(released);
    }

    /** The C files that are found and the C text of the annotations, as the one unit that they become. */
    CUnit unit() {
        Stream<SourceFile> files = patch.sources().stream()
                .map(Positioned::value)
                .filter(path -> RelativePath.problem(path) == null)
                .map(RelativePath::new)
                .distinct()
                .flatMap(path -> sources.find(path) instanceof SourceFiles.Found found
                        ? Stream.of(new SourceFile(path, found.text()))
                        : Stream.empty());
        return CUnit.of(
                Stream.concat(files, patch.code().stream().map(sources::of)).toList());
    }
}
