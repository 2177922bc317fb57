package dev.klp.kernel.index;

import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.source.KernelConfig;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one kernel, ready to be written.
 *
 * @param names the names of all its symbols
 * @param release its release, or null
 * @param architecture its machine as {@code uname -m} names it, or null
 * @param objects its objects, no two of one name
 * @param exports who exports what
 * @param builtIn the paths of its built-in modules by name
 * @param config its configuration, or null if none was read
 * @param sources what all this was read from
 */
public record KernelContents(
        NamePool names,
        @Nullable String release,
        @Nullable String architecture,
        List<ObjectContents> objects,
        List<Export> exports,
        SortedMap<String, String> builtIn,
        @Nullable KernelConfig config,
        List<IndexedSource> sources) {}
