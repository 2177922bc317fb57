package dev.klp.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Conversions of several files: side by side, and reported in the order of the command line. */
final class ConvertJobs {
    private ConvertJobs() {}

    /**
     * Tells what goes where.
     *
     * @param output a file or, for several inputs, a folder, which is made if there is none; null to replace the inputs
     * @throws ParameterException if a result would replace an input or another result
     */
    static List<ConvertJob> of(List<Path> inputs, @Nullable Path output, CommandSpec spec) throws IOException {
        boolean toFolder = output != null && (inputs.size() > 1 || Files.isDirectory(output));
        List<ConvertJob> jobs = new ArrayList<>();
        Map<Path, Path> sources = new HashMap<>();
        for (Path input : inputs) {
            Path to = output == null
                    ? input
                    : toFolder ? output.resolve(input.toAbsolutePath().getFileName()) : output;
            if (output != null && isSameFile(input, to)) {
                throw new ParameterException(
                        spec.commandLine(), "-o " + to + " is the input itself; say --in-place to replace it");
            }
            Path other = sources.putIfAbsent(to.toAbsolutePath().normalize(), input);
            if (other != null) {
                throw new ParameterException(
                        spec.commandLine(), "both " + other + " and " + input + " would be written to " + to);
            }
            jobs.add(new ConvertJob(input, to));
        }
        if (toFolder) {
            Files.createDirectories(output);
        }
        return jobs;
    }

    /** Runs them all, whatever becomes of some. */
    static int run(List<ConvertJob> jobs, ConvertSettings settings, Console console) {
        int threads = Math.min(jobs.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ConvertJob.Report>> reports = new ArrayList<>();
            for (ConvertJob job : jobs) {
                reports.add(executor.submit(() -> job.run(settings)));
            }
            boolean isRefused = false;
            for (Future<ConvertJob.Report> report : reports) {
                ConvertJob.Report done = report.get();
                done.print(console);
                isRefused |= done.isRefused();
            }
            return isRefused ? ExitCode.REFUSED : ExitCode.OK;
        } catch (ExecutionException e) {
            throw unchecked(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.REFUSED;
        } finally {
            executor.shutdownNow();
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        if (failure.getCause() instanceof UncheckedIOException damagedIndex) {
            return damagedIndex;
        }
        return new IllegalStateException(failure.getCause());
    }

    private static boolean isSameFile(Path input, Path output) throws IOException {
        return Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output);
    }
}
