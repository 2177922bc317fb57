package dev.klp.templates;

import dev.klp.templates.backend.LivepatchBackend;
import dev.klp.templates.backend.LivepatchFeature;
import dev.klp.templates.internal.AuthorsFile;
import dev.klp.templates.internal.MakeView;
import dev.klp.templates.internal.ModulePaths;
import dev.klp.templates.internal.TreeView;
import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.ReleaseModule;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Renders a livepatch module into its Kbuild tree: {@code Kbuild}, {@code Makefile}, {@code <module>.c},
 * {@code <module>.h}, the author's files in {@code src/}, and in {@code units/} what makes units of their own of
 * some of them. For named kernels, {@code <module>.c} and {@code <module>.h} stand once for each in a folder {@code <release>/}, and the Makefile
 * takes those of the kernel that it builds for.
 *
 * <p>The same module gives the same bytes. Setting up takes a few hundred milliseconds and rendering next to none, so one
 * renderer should serve all modules of a compilation.
 */
public final class KbuildRenderer {
    private static final RelativePath KBUILD = new RelativePath("Kbuild");
    private static final RelativePath MAKEFILE = new RelativePath("Makefile");

    private final TemplateLibrary templates = new TemplateLibrary();

    /** The files of a module that is the same for every kernel: first the generated ones, then the author's in their order. */
    public List<GeneratedFile> render(PatchModule module) {
        RelativePath unit = ModulePaths.unit(module);
        RelativePath header = header(module);
        List<RelativePath> files = new ArrayList<>(List.of(KBUILD, unit, header));
        authorsFiles(module).forEach(file -> files.add(file.path()));

        List<GeneratedFile> tree = new ArrayList<>();
        tree.addAll(frame(module, MakeView.of(module, files, origins(module))));
        tree.addAll(unit(module, "", LivepatchBackend.newest(), unit, header));
        tree.addAll(authorsFiles(module));
        return List.copyOf(tree);
    }

    /**
     * The files of a module that is written for each of several kernels.
     *
     * @param modules the module for each kernel, at least one; no two of one release, and all with the same name, the same
     *     C files and the same Kbuild; none asks for what its kernel does not have ({@link LivepatchFeature})
     */
    public List<GeneratedFile> render(List<ReleaseModule> modules) {
        PatchModule first = modules.get(0).module();
        List<RelativePath> files = new ArrayList<>(List.of(KBUILD));
        authorsFiles(first).forEach(file -> files.add(file.path()));
        List<RelativePath> releaseFiles = List.of(ModulePaths.unit(first), header(first));

        List<GeneratedFile> tree = new ArrayList<>();
        tree.addAll(frame(first, MakeView.of(modules, files, releaseFiles, origins(first))));
        for (ReleaseModule module : modules) {
            if (!module.module().name().equals(first.name())
                    || !module.module().sources().equals(first.sources())
                    || !module.module().parts().equals(first.parts())) {
                throw new IllegalArgumentException("another module for " + module.release());
            }
            RelativePath folder = folder(module.release());
            tree.addAll(unit(
                    module.module(),
                    module.release().text(),
                    LivepatchBackend.of(module.release().version()),
                    folder.resolve(ModulePaths.unit(first)),
                    folder.resolve(header(first))));
        }
        tree.addAll(authorsFiles(first));
        return List.copyOf(tree);
    }

    /** The folder of one kernel's files in the tree. */
    public static RelativePath folder(KernelRelease release) {
        return new RelativePath(release.text());
    }

    private List<GeneratedFile> frame(PatchModule module, MakeView make) {
        return List.of(
                new GeneratedFile(
                        KBUILD,
                        templates.render(
                                "kbuild.ftl", TreeView.of(module, "", LivepatchBackend.newest(), sources(module)))),
                new GeneratedFile(MAKEFILE, templates.render("makefile.ftl", make)));
    }

    private List<GeneratedFile> unit(
            PatchModule module, String release, LivepatchBackend backend, RelativePath unit, RelativePath header) {
        List<LivepatchFeature> missing = backend.missing(module);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("not in Linux " + backend.version() + ": " + missing);
        }
        TreeView view = TreeView.of(module, release, backend, sources(module));
        return List.of(
                new GeneratedFile(unit, templates.render("unit.c.ftl", view)),
                new GeneratedFile(header, templates.render("header.h.ftl", view)));
    }

    private List<GeneratedFile> authorsFiles(PatchModule module) {
        List<GeneratedFile> files = new ArrayList<>();
        ModulePaths.authorsFiles(module)
                .forEach(file -> files.add(new GeneratedFile(ModulePaths.source(file), AuthorsFile.text(file))));
        module.parts()
                .units()
                .forEach(unit -> files.add(new GeneratedFile(
                        ModulePaths.unit(unit),
                        templates.render(
                                "own_unit.c.ftl",
                                Map.of("source", ModulePaths.source(unit).text())))));
        return files;
    }

    private static List<RelativePath> origins(PatchModule module) {
        return ModulePaths.authorsFiles(module)
                .map(SourceFile::origin)
                .flatMap(Stream::ofNullable)
                .map(SourceLine::file)
                .toList();
    }

    /** Those of the author's files that the generated unit takes in. */
    private static List<RelativePath> sources(PatchModule module) {
        return module.sources().stream().map(ModulePaths::source).toList();
    }

    private static RelativePath header(PatchModule module) {
        return new RelativePath(module.name() + ".h");
    }
}
