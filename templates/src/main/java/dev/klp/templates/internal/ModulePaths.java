package dev.klp.templates.internal;

import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/** Where files stand in a tree. The author's have folders of their own, where no name meets a generated one. */
public final class ModulePaths {
    private static final RelativePath SOURCES = new RelativePath("src");
    private static final RelativePath UNITS = new RelativePath("units");

    private ModulePaths() {}

    /** All of the author's files. */
    public static Stream<SourceFile> authorsFiles(PatchModule module) {
        return Stream.of(
                        module.sources(),
                        module.parts().privateHeaders(),
                        module.parts().units())
                .flatMap(List::stream);
    }

    /**
     * The generated C unit. kbuild links a module of several objects into {@code <module>.o}, so that none of them may be
     * called so ({@code Documentation/kbuild/makefiles.rst}, composite objects).
     */
    public static RelativePath unit(PatchModule module) {
        ModuleName name = module.name();
        return new RelativePath(module.parts().units().isEmpty() ? name + ".c" : name + "-patch.c");
    }

    /** A file of the author's, which the generated unit or another file includes. */
    public static RelativePath source(SourceFile source) {
        return SOURCES.resolve(source.path());
    }

    /** What makes a C unit of its own of a file; apart, because make removes from the sources' folder what is not the author's. */
    public static RelativePath unit(SourceFile unit) {
        return UNITS.resolve(unit.path());
    }
}
