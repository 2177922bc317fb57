package dev.klp.processor.check;

import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.SourceFiles;
import java.util.List;

/**
 * What is checked, and what is known beside it.
 *
 * @param patch the patch
 * @param sources where its C files are looked for
 * @param namesakes the names of the other patch types of this compilation with the same module name
 * @param kernels the kernels that the patch is for; none if the author named none
 */
public record Subject(PatchSpec patch, SourceFiles sources, List<String> namesakes, List<TargetKernel> kernels) {
    public Subject {
        namesakes = List.copyOf(namesakes);
        kernels = List.copyOf(kernels);
    }
}
