package dev.klp.kernel.indexer;

import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SourceKind;
import dev.klp.kernel.index.KernelContents;
import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.ObjectContents;
import dev.klp.kernel.indexer.SourceResult.Found;
import dev.klp.kernel.source.KernelConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts together what several files say of one kernel. */
final class ContentsMerger {
    /** Where depmod looks first (depmod.d(5), the default of {@code search}). */
    private static final String UPDATES = "updates/";

    private final NamePool names;
    private final List<IndexedSource> sources;
    private final @Nullable String givenRelease;
    private final Consumer<String> warnings;
    private final Map<String, Found> objects = new LinkedHashMap<>();
    private final Map<ExportKey, Export> exports = new LinkedHashMap<>();
    private final SortedMap<String, String> builtIn = new TreeMap<>();
    private @Nullable KernelConfig config;
    private @Nullable String release;
    private @Nullable IndexedSource releaseSource;
    private @Nullable String architecture;

    private record ExportKey(String symbol, String exporter) {}

    ContentsMerger(
            NamePool names, List<IndexedSource> folders, @Nullable String givenRelease, Consumer<String> warnings) {
        this.names = names;
        this.sources = new ArrayList<>(folders);
        this.givenRelease = givenRelease;
        this.warnings = warnings;
    }

    void add(SourceResult result) throws KernelFormatException {
        sources.add(result.source());
        addRelease(result);
        architecture = architecture == null ? result.architecture() : architecture;
        for (Found found : result.objects()) {
            objects.merge(found.contents().name(), found, this::better);
        }
        for (Export export : result.exports()) {
            exports.merge(new ExportKey(export.symbol(), export.exporter()), export, ContentsMerger::richer);
        }
        result.builtIn().forEach(builtIn::putIfAbsent);
        // A .config that a person named is complete; the one in an image is only there if nobody did.
        if (result.config() != null && (config == null || result.source().kind() != SourceKind.KERNEL_IMAGE)) {
            config = result.config();
        }
    }

    private void addRelease(SourceResult result) throws KernelFormatException {
        if (result.release() == null) {
            return;
        }
        IndexedSource first = releaseSource;
        if (release == null || first == null) {
            release = result.release();
            releaseSource = result.source();
        } else if (!release.equals(result.release())) {
            throw new KernelFormatException(
                    result.source().path(),
                    "is of kernel " + result.release() + ", but " + first.path() + " is of " + release
                            + ": an index holds one kernel");
        }
    }

    private Found better(Found first, Found second) {
        if (first.trust() != second.trust()) {
            return first.trust().compareTo(second.trust()) < 0 ? first : second;
        }
        boolean secondUpdates = isUpdate(second) && !isUpdate(first);
        Found taken = secondUpdates ? second : first;
        Found left = secondUpdates ? first : second;
        warnings.accept("two files are the object '%s': %s is indexed, %s is left out"
                .formatted(
                        taken.contents().name(),
                        taken.contents().path(),
                        left.contents().path()));
        return taken;
    }

    private static boolean isUpdate(Found found) {
        String path = found.contents().path();
        return path != null && path.startsWith(UPDATES);
    }

    /** Module.symvers knows checksums, an image or a module only whether there is an export. */
    private static Export richer(Export first, Export second) {
        return first.crc().isEmpty() && second.crc().isPresent() ? second : first;
    }

    KernelContents finish() {
        List<ObjectContents> finished = new ArrayList<>(objects.size());
        boolean vmlinux = false;
        for (Found found : objects.values()) {
            ObjectContents contents = found.contents();
            vmlinux |= contents.kind() == ObjectKind.VMLINUX;
            finished.add(contents.withTypes(found.types().join().orElse(null)));
        }
        if (!vmlinux) {
            warnings.accept("no source holds the symbols of vmlinux: name vmlinuz, or a dump of /proc/kallsyms");
        }
        return new KernelContents(
                names,
                release == null ? givenRelease : release,
                architecture,
                finished,
                List.copyOf(exports.values()),
                builtIn,
                config,
                sources);
    }
}
