package dev.klp.templates.internal;

import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.ReleaseModule;
import java.util.List;

/**
 * A tree as its Makefile sees it.
 *
 * @param module the module's name
 * @param files the files that kbuild needs, by their place in the tree
 * @param releases the kernels that have a folder of their own in the tree; none where one C unit is for every kernel
 * @param releaseFiles the files that kbuild needs, by their place in such a folder
 * @param origins the author's files below the folders of sources that they stand in
 * @param folders what the kernel has in sysfs for the module, for each of the releases, or once for every kernel
 */
public record MakeView(
        String module,
        List<String> files,
        List<String> releases,
        List<String> releaseFiles,
        List<String> origins,
        List<List<String>> folders) {
    /** A module that is the same for every kernel. */
    public static MakeView of(PatchModule module, List<RelativePath> files, List<RelativePath> origins) {
        return new MakeView(
                module.name().text(),
                texts(files),
                List.of(),
                List.of(),
                texts(origins),
                List.of(SysfsFolders.of(module)));
    }

    /** A module that is written for each of several kernels. */
    public static MakeView of(
            List<ReleaseModule> modules,
            List<RelativePath> files,
            List<RelativePath> releaseFiles,
            List<RelativePath> origins) {
        return new MakeView(
                modules.get(0).module().name().text(),
                texts(files),
                modules.stream().map(module -> module.release().text()).toList(),
                texts(releaseFiles),
                texts(origins),
                modules.stream().map(module -> SysfsFolders.of(module.module())).toList());
    }

    private static List<String> texts(List<RelativePath> paths) {
        return paths.stream().map(RelativePath::text).distinct().toList();
    }
}
