package dev.klp.processor.emit;

import dev.klp.processor.check.TargetKernel;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.GeneratedFile;
import dev.klp.templates.KbuildRenderer;
import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.ReleaseModule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The generated tree of one patch: for every kernel alike, or with a part for each kernel that was named.
 *
 * @param first the module for every kernel, or for the first that was named
 * @param releases the module for each kernel that was named
 * @param files the files, by their place in {@link #folder()}
 */
public record PatchTree(PatchModule first, List<ReleaseModule> releases, List<GeneratedFile> files) {
    public PatchTree {
        releases = List.copyOf(releases);
        files = List.copyOf(files);
    }

    /**
     * Renders the tree of a patch that the checks found no error in.
     *
     * @param kernels the kernels that were named, of which no two have one release
     */
    public static PatchTree render(
            KbuildRenderer renderer, PatchSpec patch, SourceFiles sources, List<TargetKernel> kernels) {
        List<ReleaseModule> releases = kernels.stream()
                .flatMap(kernel -> kernel
                        .index()
                        .release()
                        .map(release -> new ReleaseModule(
                                new KernelRelease(release), PatchModules.of(patch, sources, kernel.index())))
                        .stream())
                .toList();
        if (releases.isEmpty()) {
            PatchModule module = PatchModules.of(patch, sources, null);
            return new PatchTree(module, List.of(), renderer.render(module));
        }
        return new PatchTree(releases.get(0).module(), releases, renderer.render(releases));
    }

    /** The module's name. */
    public ModuleName name() {
        return first.name();
    }

    /** The tree's folder in the class output, with a slash at the end. */
    public String folder() {
        return "klp/" + name() + "/";
    }

    /** All files as class path resources. */
    public List<String> resources() {
        return files.stream().map(this::resource).toList();
    }

    /** The files that one kernel's module is built of, as class path resources. */
    List<String> resources(KernelRelease release) {
        Set<String> others = releases.stream()
                .map(ReleaseModule::release)
                .filter(other -> !other.equals(release))
                .map(other -> KbuildRenderer.folder(other) + "/")
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> others.stream().noneMatch(file.path().text()::startsWith))
                .map(this::resource)
                .toList();
    }

    private String resource(GeneratedFile file) {
        RelativePath path = file.path();
        return folder() + path;
    }
}
