package dev.klp.kernel.indexer;

import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.SourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what an index was made from with what is there now. */
public final class SourceCheck {
    private SourceCheck() {}

    /**
     * A line for each source that has changed, in the order in which the index has them; none if it is up to date.
     *
     * @throws IOException if a source can't be read
     */
    public static List<String> changes(KernelIndex index) throws IOException {
        ThreadLocal<FileReader> readers = ThreadLocal.withInitial(FileReader::new);
        try {
            return index.sources().parallelStream()
                    .map(source -> change(source, readers.get()))
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static @Nullable String change(IndexedSource source, FileReader reader) {
        Path path = Path.of(source.path());
        try {
            if (source.kind() == SourceKind.MODULES_FOLDER) {
                return folderChange(source, path);
            }
            // Files of /proc say nothing of their size, so only the content tells.
            boolean sameSize = path.startsWith("/proc") || Files.size(path) == source.sizeBytes();
            return sameSize && Digests.sha256(reader.read(path)).equals(source.sha256()) ? null : path + " has changed";
        } catch (NoSuchFileException e) {
            return path + " is gone";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String folderChange(IndexedSource source, Path folder) throws IOException {
        List<Path> modules = SourceWalk.modules(folder);
        String digest = Digests.sha256(SourceWalk.listing(folder, modules).getBytes(StandardCharsets.UTF_8));
        if (digest.equals(source.sha256())) {
            return null;
        }
        return folder + " has other modules: " + modules.size() + ", had " + source.sizeBytes();
    }
}
