package dev.klp.cli;

import dev.klp.io.CacheFolder;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.index.IndexWriter;
import dev.klp.kernel.index.KernelContents;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.kernel.indexer.DebianPackages;
import dev.klp.kernel.indexer.KernelFiles;
import dev.klp.kernel.indexer.KernelIndexer;
import dev.klp.kernel.indexer.KernelLocator;
import dev.klp.kernel.indexer.SourceCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code klp index}: makes the index of a kernel, or tells whether one is up to date. */
final class IndexCommand implements Command {
    private final Environment environment;

    IndexCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("index");
        spec.usageMessage()
                .description(
                        "Reads everything that the files of a kernel tell, and keeps it in one file that answers fast.")
                .customSynopsis(
                        "klp index [-o FILE] SOURCE...",
                        "klp index [-o FILE] --running",
                        "klp index [-o FILE] --debian RELEASE",
                        "klp index --check FILE")
                .footer(
                        "",
                        "A SOURCE is recognised by its content: vmlinuz, bzImage, Image or vmlinux; a folder of modules"
                                + " or a single .ko, also compressed; Module.symvers; .config; System.map; a dump of"
                                + " /proc/kallsyms; symbols.klp.");
        spec.addOption(OptionSpec.builder("-o", "--output")
                .paramLabel("FILE")
                .type(Path.class)
                .description("Where the index goes. Default: the cache, under the kernel's release.")
                .build());
        spec.addOption(OptionSpec.builder("--running")
                .description("Index the kernel that this machine runs.")
                .build());
        spec.addOption(OptionSpec.builder("--debian")
                .paramLabel("RELEASE")
                .type(String.class)
                .description("Fetch a kernel of Debian's into the cache, without installing it, and index it.")
                .build());
        spec.addOption(OptionSpec.builder("--check")
                .paramLabel("FILE")
                .type(Path.class)
                .description("Say whether the sources of an index have changed; exit code 1 if so.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("SOURCE")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description("What to read.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        List<Path> named = arguments.matchedPositionalValue(0, List.of());
        int ways = (named.isEmpty() ? 0 : 1)
                + (arguments.hasMatchedOption("--running") ? 1 : 0)
                + (arguments.hasMatchedOption("--debian") ? 1 : 0)
                + (arguments.hasMatchedOption("--check") ? 1 : 0);
        if (ways != 1) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "name SOURCE... or one of --running, --debian RELEASE, --check FILE");
        }
        if (arguments.hasMatchedOption("--check")) {
            return check(arguments.matchedOptionValue("--check", Path.of("")), console);
        }
        Path output =
                arguments.hasMatchedOption("--output") ? arguments.matchedOptionValue("--output", Path.of("")) : null;
        if (arguments.hasMatchedOption("--running")) {
            return make(KernelFiles.running(console::note), KernelFiles.runningRelease(), output, console);
        }
        String release = arguments.matchedOptionValue("--debian", "");
        if (!release.isEmpty()) {
            Path unpacked = new DebianPackages(CacheFolder.of(environment.variables()), console::note).fetch(release);
            return make(KernelFiles.unpacked(unpacked, release, console::note), release, output, console);
        }
        return make(named, null, output, console);
    }

    private int make(List<Path> sources, @Nullable String release, @Nullable Path output, Console console)
            throws IOException {
        long start = System.nanoTime();
        KernelContents contents;
        List<String> warnings = new ArrayList<>();
        try (TerminalProgress progress = new TerminalProgress(console)) {
            contents = new KernelIndexer(progress, warnings::add).read(sources, release);
        }
        warnings.forEach(console::note);
        Path target = output == null ? inCache(contents) : output;
        IndexWriter.write(contents, target);
        long symbols = contents.objects().stream()
                .mapToLong(object -> object.symbols().count())
                .sum();
        console.out()
                .printf(
                        "%s: %,d symbols of %,d objects%s, %,d bytes, in %.1f s%n",
                        target,
                        symbols,
                        contents.objects().size(),
                        contents.release() == null ? "" : " of kernel " + contents.release(),
                        Files.size(target),
                        (System.nanoTime() - start) / 1e9);
        return ExitCode.OK;
    }

    private Path inCache(KernelContents contents) throws IOException {
        String release = contents.release();
        if (release == null) {
            throw new IOException("no source tells the kernel's release, under which the cache would keep the index:"
                    + " say where it goes with -o FILE");
        }
        Path target = KernelLocator.of(environment.variables()).indexOf(release);
        Files.createDirectories(target.resolveSibling(""));
        return target;
    }

    private static int check(Path file, Console console) throws IOException {
        MappedKernelIndex.verify(file);
        List<String> changes;
        int sources;
        try (KernelIndex index = MappedKernelIndex.open(file)) {
            sources = index.sources().size();
            changes = SourceCheck.changes(index);
        }
        if (changes.isEmpty()) {
            console.out().println(file + ": up to date with its " + sources + " sources");
            return ExitCode.OK;
        }
        changes.forEach(console.out()::println);
        console.error(
                file + ": " + changes.size() + " of " + sources + " sources changed; make it again with 'klp index'");
        return ExitCode.REFUSED;
    }
}
