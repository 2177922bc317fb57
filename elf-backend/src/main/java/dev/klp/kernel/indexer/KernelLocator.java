package dev.klp.kernel.indexer;

import dev.klp.diagnostics.NearMisses;
import dev.klp.io.CacheFolder;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.index.IndexFormatException;
import dev.klp.kernel.index.MappedKernelIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the index of the kernel that a person named, everywhere in the same way: an index file; a source, which is indexed once and
 * then found in the cache until it changes; or the release of a kernel that the cache holds.
 */
public final class KernelLocator {
    private static final String SUFFIX = ".klpindex";

    private final Path cache;
    private final IndexProgress progress;
    private final Consumer<String> notes;

    /**
     * @param cache the cache folder
     * @param progress is told how far it is if an index must be made
     * @param notes takes what a person should know, a line at a time
     */
    public KernelLocator(Path cache, IndexProgress progress, Consumer<String> notes) {
        this.cache = cache;
        this.progress = progress;
        this.notes = notes;
    }

    /** A locator that works in silence, with the cache that the environment names. */
    public static KernelLocator of(Map<String, String> environment) {
        return new KernelLocator(CacheFolder.of(environment), IndexProgress.NONE, note -> {});
    }

    /**
     * Opens the index of a kernel.
     *
     * @param kernel an index file, a source or a release
     * @throws NoSuchFileException if it is a path at which there is nothing
     * @throws IOException if it is nothing of these, or can't be read or indexed
     */
    public KernelIndex open(String kernel) throws IOException {
        return MappedKernelIndex.open(locate(kernel));
    }

    /**
     * Opens the index of a kernel in the cache, whatever lies in the working directory.
     *
     * @param release the kernel's release
     * @throws IOException if the cache doesn't hold it, or it can't be read or indexed
     */
    public KernelIndex openRelease(String release) throws IOException {
        return MappedKernelIndex.open(ofRelease(release));
    }

    /**
     * The index file of a kernel, made if need be.
     *
     * @param kernel an index file, a source or a release
     * @throws NoSuchFileException if it is a path at which there is nothing
     * @throws IOException if it is nothing of these, or can't be read or indexed
     */
    public Path locate(String kernel) throws IOException {
        Path path = Path.of(kernel);
        if (Files.exists(path)) {
            return isIndex(path) ? path : ofSources(List.of(path), null);
        }
        if (kernel.contains("/") || kernel.isEmpty()) {
            throw new NoSuchFileException(kernel);
        }
        return ofRelease(kernel);
    }

    /** Where the index of a release is kept. */
    public Path indexOf(String release) {
        return cache.resolve("index").resolve(release + SUFFIX);
    }

    private static boolean isIndex(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return MappedKernelIndex.isIndex(stream.readNBytes(16));
        }
    }

    private Path ofRelease(String release) throws IOException {
        Path index = indexOf(release);
        if (isUsable(index)) {
            return index;
        }
        Path unpacked = cache.resolve("debian").resolve(release);
        if (!Files.isDirectory(unpacked)) {
            throw unknownRelease(release);
        }
        List<Path> sources = KernelFiles.unpacked(unpacked, release, notes);
        make(sources, release, index);
        return index;
    }

    private IOException unknownRelease(String release) throws IOException {
        TreeSet<String> known = new TreeSet<>(names(cache.resolve("debian"), ""));
        known.addAll(names(cache.resolve("index"), SUFFIX));
        List<String> near = NearMisses.of(release, known);
        String hint = near.isEmpty()
                ? (known.isEmpty() ? "" : "; it holds " + String.join(", ", known))
                : "; did you mean " + String.join(" or ", near) + "?";
        return new IOException("'" + release + "' is neither a file nor the release of a kernel in the cache " + cache
                + hint + (near.isEmpty() ? "; 'klp index --debian " + release + "' fetches a kernel of Debian's" : ""));
    }

    private static List<String> names(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(suffix) && !name.startsWith("."))
                    .filter(name -> !name.equals("sources"))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .toList();
        }
    }

    /**
     * The index of sources, made if the cache has none of them as they are now.
     *
     * @param release the release that the kernel has if the sources don't say, or null
     */
    private Path ofSources(List<Path> sources, @Nullable String release) throws IOException {
        Path folder = cache.resolve("index").resolve("sources");
        List<Path> real = new ArrayList<>();
        StringBuilder places = new StringBuilder();
        StringBuilder state = new StringBuilder();
        for (Path source : sources) {
            Path path = source.toRealPath();
            real.add(path);
            places.append(path).append('\n');
            appendState(state, path);
        }
        String place = shortDigest(places);
        Path index = folder.resolve(place + "-" + shortDigest(state) + SUFFIX);
        if (!isUsable(index)) {
            make(real, release, index);
            forgetOthers(folder, place, index);
        }
        return index;
    }

    /** Path, size and time of change of each file: what differs if a source was changed. */
    private static void appendState(StringBuilder state, Path source) throws IOException {
        List<Path> files = Files.isDirectory(source) ? SourceWalk.modules(source) : List.of(source);
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            state.append(file)
                    .append('\n')
                    .append(attributes.size())
                    .append('\n')
                    .append(attributes.lastModifiedTime().toInstant())
                    .append('\n');
        }
    }

    private static String shortDigest(CharSequence text) {
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** Whether there is an index that this program reads. One that it can't read is made again. */
    private static boolean isUsable(Path index) throws IOException {
        if (!Files.exists(index)) {
            return false;
        }
        try {
            MappedKernelIndex.open(index).close();
            return true;
        } catch (IndexFormatException e) {
            return false;
        }
    }

    private void make(List<Path> sources, @Nullable String release, Path index) throws IOException {
        Files.createDirectories(index.resolveSibling(""));
        new KernelIndexer(progress, notes).index(sources, release, index);
    }

    private static void forgetOthers(Path folder, String place, Path kept) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (String.valueOf(file.getFileName()).startsWith(place + "-") && !file.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
