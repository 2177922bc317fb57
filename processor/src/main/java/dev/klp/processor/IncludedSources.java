package dev.klp.processor;

import dev.klp.processor.spec.CodeSpec;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of several patches: those of an included one are found as that one finds them, below a folder of its own.
 *
 * @param own the files of the including patch
 * @param included those of the others by their folder, with a slash at the end
 */
record IncludedSources(SourceFiles own, Map<String, SourceFiles> included) implements SourceFiles {
    IncludedSources {
        included = new LinkedHashMap<>(included);
    }

    @Override
    public Lookup find(RelativePath path) {
        for (Map.Entry<String, SourceFiles> other : included.entrySet()) {
            String below = path.text();
            if (below.startsWith(other.getKey())) {
                String name = below.substring(other.getKey().length());
                return RelativePath.problem(name) == null
                        ? other.getValue().find(new RelativePath(name))
                        : own.find(path);
            }
        }
        return own.find(path);
    }

    @Override
    public SourceFile of(CodeSpec code) {
        return own.of(code);
    }
}
