package dev.klp.templates.internal;

import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;

/** Where files stand in a tree. The author's have folders of their own, where no name meets a generated one. */
public final class ModulePaths {
    private static final RelativePath SOURCES = new RelativePath("src");
    private static final RelativePath UNITS = new RelativePath("units");

    private ModulePaths() {}

    /**
     * The generated C unit. kbuild links a module of several objects into {@code <module>.o}, so that none of them may be
     * called so ({@code Documentation/kbuild/makefiles.rst}, composite objects).
     */
    public static RelativePath unit(PatchModule module) {
        ModuleName name = module.name();
        return new RelativePath(module.parts().units().isEmpty() ? name + ".c" : name + "-patch.c");
    }

    /** A file that the generated unit, or another of the author's files, includes. */
    public static RelativePath source(SourceFile source) {
        return SOURCES.resolve(source.path());
    }

    /** A file that is compiled on its own; apart, because make removes from the sources' folder what is not the author's. */
    public static RelativePath unit(SourceFile unit) {
        return UNITS.resolve(unit.path());
    }
}
