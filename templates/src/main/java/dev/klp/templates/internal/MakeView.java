package dev.klp.templates.internal;

import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.RelativePath;
import java.util.List;

/**
 * A tree as its Makefile sees it.
 *
 * @param module the module's name
 * @param files the files that kbuild needs, by their place in the tree
 * @param releases the kernels that have a folder of their own in the tree; none where one C unit is for every kernel
 * @param releaseFiles the files that kbuild needs, by their place in such a folder
 * @param origins the author's files below the folders of sources that they stand in
 */
public record MakeView(
        String module, List<String> files, List<String> releases, List<String> releaseFiles, List<String> origins) {
    public static MakeView of(
            ModuleName module,
            List<RelativePath> files,
            List<KernelRelease> releases,
            List<RelativePath> releaseFiles,
            List<RelativePath> origins) {
        return new MakeView(
                module.text(),
                files.stream().map(RelativePath::text).toList(),
                releases.stream().map(KernelRelease::text).toList(),
                releaseFiles.stream().map(RelativePath::text).toList(),
                origins.stream().map(RelativePath::text).distinct().toList());
    }
}
