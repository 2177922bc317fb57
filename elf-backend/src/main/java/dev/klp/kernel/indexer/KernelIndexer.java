package dev.klp.kernel.indexer;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.index.IndexWriter;
import dev.klp.kernel.index.KernelContents;
import dev.klp.kernel.index.NamePool;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes an index of a kernel. Files are read in parallel, each once; time and memory are linear in their size and in the number of
 * symbols.
 */
public final class KernelIndexer {
    private final IndexProgress progress;
    private final Consumer<String> warnings;

    /**
     * @param progress is told how far it is
     * @param warnings takes what a person should know, a line at a time
     */
    public KernelIndexer(IndexProgress progress, Consumer<String> warnings) {
        this.progress = progress;
        this.warnings = warnings;
    }

    /**
     * Reads sources and writes the index of the kernel that they describe.
     *
     * @param sources files and folders, recognised by content
     * @param release the release that the kernel has if the sources don't say, or null
     * @param target where the index goes; if the directory isn't there, it is made
     * @throws IOException if a source can't be read, is of no use, or contradicts another, or if the index can't be written
     */
    public KernelContents index(List<Path> sources, @Nullable String release, Path target) throws IOException {
        KernelContents contents = read(sources, release);
        IndexWriter.write(contents, target);
        return contents;
    }

    /**
     * Reads sources.
     *
     * @param sources files and folders, recognised by content
     * @param release the release that the kernel has if the sources don't say, or null
     * @throws IOException if a source can't be read, is of no use, or contradicts another
     */
    public KernelContents read(List<Path> sources, @Nullable String release) throws IOException {
        SourceWalk walk = new SourceWalk();
        for (Path source : sources) {
            walk.add(source);
        }
        progress.begin(walk.files().size());
        NamePool pool = new NamePool();
        ContentsMerger merger = new ContentsMerger(pool, walk.folders(), release, warnings);
        for (SourceResult result : readAll(walk.files(), pool)) {
            merger.add(result);
        }
        return merger.finish();
    }

    private List<SourceResult> readAll(List<SourceFile> files, NamePool names) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            CompletableFuture<Optional<Btf>> types = new CompletableFuture<>();
            SourceReader reader = new SourceReader(types, pool, names);
            // Among the files that a person named is the image, whose types those of all modules stand on.
            List<Future<SourceReader.Outcome>> named = submit(pool, reader, files, true);
            List<Future<SourceReader.Outcome>> found = submit(pool, reader, files, false);
            List<SourceResult> results = new ArrayList<>(files.size());
            Btf btf = null;
            for (Future<SourceReader.Outcome> future : named) {
                SourceReader.Outcome outcome = get(future);
                results.add(outcome.result());
                btf = outcome.vmlinuxTypes() == null ? btf : outcome.vmlinuxTypes();
            }
            types.complete(Optional.ofNullable(btf));
            for (Future<SourceReader.Outcome> future : found) {
                results.add(get(future).result());
            }
            for (SourceResult result : results) {
                for (SourceResult.Found object : result.objects()) {
                    get(object.types());
                }
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Future<SourceReader.Outcome>> submit(
            ExecutorService pool, SourceReader reader, List<SourceFile> files, boolean named) {
        List<Future<SourceReader.Outcome>> futures = new ArrayList<>();
        for (SourceFile file : files) {
            if ((file.expected() == null) == named) {
                futures.add(pool.submit(() -> {
                    SourceReader.Outcome outcome = reader.read(file);
                    progress.step();
                    return outcome;
                }));
            }
        }
        return futures;
    }

    private static <T> T get(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("indexing was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }
}
