package dev.klp.templates;

import dev.klp.templates.internal.TreeView;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders a livepatch module into its Kbuild tree: {@code Kbuild}, {@code Makefile}, {@code <module>.c},
 * {@code <module>.h}, and the author's files in {@code src/}, where no name of theirs meets a generated one.
 *
 * <p>The same module gives the same bytes. Setting up takes a few hundred milliseconds and rendering next to none, so one
 * renderer should serve all modules of a compilation.
 */
public final class KbuildRenderer {
    private static final RelativePath KBUILD = new RelativePath("Kbuild");
    private static final RelativePath MAKEFILE = new RelativePath("Makefile");
    private static final RelativePath SOURCES = new RelativePath("src");

    private final TemplateLibrary templates = new TemplateLibrary();

    /** The files of the module's tree: first the generated ones, then the author's in their order. */
    public List<GeneratedFile> render(PatchModule module) {
        RelativePath unit = new RelativePath(module.name() + ".c");
        RelativePath header = new RelativePath(module.name() + ".h");
        List<RelativePath> sources =
                module.sources().stream().map(KbuildRenderer::placeInTree).toList();
        List<RelativePath> files = new ArrayList<>(List.of(KBUILD, unit, header));
        files.addAll(sources);
        TreeView view = TreeView.of(module, files, sources);

        List<GeneratedFile> tree = new ArrayList<>();
        tree.add(new GeneratedFile(KBUILD, templates.render("kbuild.ftl", view)));
        tree.add(new GeneratedFile(MAKEFILE, templates.render("makefile.ftl", view)));
        tree.add(new GeneratedFile(unit, templates.render("unit.c.ftl", view)));
        tree.add(new GeneratedFile(header, templates.render("header.h.ftl", view)));
        for (SourceFile source : module.sources()) {
            tree.add(new GeneratedFile(placeInTree(source), source.text()));
        }
        return List.copyOf(tree);
    }

    private static RelativePath placeInTree(SourceFile source) {
        return SOURCES.resolve(source.path());
    }
}
