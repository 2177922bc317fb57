package dev.klp.boot;

import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.SourceKind;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.kernel.indexer.SourceCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kernel that an index was made from: the same image and the same modules, or none. */
final class IndexedKernel {
    private static final int MAX_NAMED = 3;
    private static final int MAGIC_BYTES = 16;

    private IndexedKernel() {}

    /** Whether a file is an index. */
    static boolean isIndex(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var stream = Files.newInputStream(file)) {
            return MappedKernelIndex.isIndex(stream.readNBytes(MAGIC_BYTES));
        }
    }

    /**
     * Finds image and modules where the index says that they were.
     *
     * @throws BootException if one of the index's sources has changed since or is gone, or none is an image
     */
    static BootKernel of(Path file) throws IOException {
        try (KernelIndex index = MappedKernelIndex.open(file)) {
            List<String> changes = SourceCheck.changes(index);
            if (!changes.isEmpty()) {
                throw new BootException(file + " was made from other files: "
                        + String.join("; ", changes.subList(0, Math.min(MAX_NAMED, changes.size())))
                        + (changes.size() > MAX_NAMED ? "; and " + (changes.size() - MAX_NAMED) + " more" : "")
                        + "; make it again with 'klp index'");
            }
            Path image = first(index, SourceKind.KERNEL_IMAGE);
            if (image == null) {
                throw new BootException(file + " was made without the image of a kernel, so there is nothing to boot");
            }
            Path modules = first(index, SourceKind.MODULES_FOLDER);
            return modules == null ? BootKernel.of(image) : new BootKernel(image, modules);
        }
    }

    private static @Nullable Path first(KernelIndex index, SourceKind kind) {
        return index.sources().stream()
                .filter(source -> source.kind() == kind)
                .map(IndexedSource::path)
                .map(Path::of)
                .findFirst()
                .orElse(null);
    }
}
