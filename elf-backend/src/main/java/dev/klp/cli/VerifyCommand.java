package dev.klp.cli;

import dev.klp.diagnostics.Severity;
import dev.klp.io.CacheFolder;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.indexer.KernelLocator;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.container.ModuleFile;
import dev.klp.livepatch.verify.VerificationTarget;
import dev.klp.livepatch.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code klp verify}: what a kernel would do with a module. */
final class VerifyCommand implements Command {
    private final Environment environment;

    VerifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("verify");
        spec.usageMessage()
                .description(
                        "Tells, without a kernel running, what insmod does with a livepatch module, and what happens"
                                + " later, when the modules that it patches are loaded.")
                .footer("", "Exit code 1: a module has errors.");
        spec.addOption(OptionSpec.builder("--kernel")
                .paramLabel("KERNEL")
                .type(String[].class)
                .description(
                        "The kernel that shall take the modules: an index file; a source of one, such as vmlinuz; or"
                                + " the release of a kernel in the cache. May be repeated. Without it only what needs no"
                                + " kernel is checked.")
                .build());
        spec.addOption(OptionSpec.builder("--target-version")
                .paramLabel("VERSION")
                .type(String.class)
                .description(
                        "Whose rules hold, such as 6.1. Without it and --kernel, those of the kernel that the module"
                                + " was built for.")
                .build());
        spec.addOption(OptionSpec.builder("--json")
                .description("Print an array with one object per module and kernel.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .paramLabel("KO")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description("A module, compressed or not.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        List<KernelIndex> indexes = new ArrayList<>();
        try {
            List<VerificationTarget> targets = targets(arguments, console, indexes);
            List<VerificationReport> reports = new ArrayList<>();
            for (Path path : arguments.matchedPositionalValue(0, List.<Path>of())) {
                verify(path, targets, reports);
            }
            if (arguments.hasMatchedOption("--json")) {
                console.out().println(FindingJson.of(reports));
            } else {
                FindingText text = new FindingText(console.out(), console.outStyle());
                reports.forEach(text::print);
            }
            return reports.stream().anyMatch(report -> report.count(Severity.ERROR) > 0)
                    ? ExitCode.REFUSED
                    : ExitCode.OK;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            indexes.forEach(KernelIndex::close);
        }
    }

    private List<VerificationTarget> targets(ParseResult arguments, Console console, List<KernelIndex> indexes)
            throws IOException {
        List<VerificationTarget> targets = new ArrayList<>();
        TargetVersion version = null;
        if (arguments.hasMatchedOption("--target-version")) {
            String text = arguments.matchedOptionValue("--target-version", "");
            version = TargetVersion.parse(text);
            if (version == null) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(),
                        "--target-version: '" + text + "' is no version such as 6.1");
            }
        }
        for (String kernel : arguments.matchedOptionValue("--kernel", new String[0])) {
            KernelIndex index = open(kernel, console);
            indexes.add(index);
            targets.add(target(kernel, index, version));
        }
        if (targets.isEmpty() && version != null) {
            targets.add(VerificationTarget.of(version));
        }
        return targets;
    }

    private KernelIndex open(String kernel, Console console) throws IOException {
        try (TerminalProgress progress = new TerminalProgress(console)) {
            return new KernelLocator(CacheFolder.of(environment.variables()), progress, console::note).open(kernel);
        }
    }

    private static VerificationTarget target(String kernel, KernelIndex index, @Nullable TargetVersion version)
            throws IOException {
        if (version != null) {
            return new VerificationTarget(version, index);
        }
        try {
            return VerificationTarget.of(index);
        } catch (IllegalArgumentException e) {
            throw new IOException(kernel + ": " + e.getMessage() + "; say it with --target-version", e);
        }
    }

    private static void verify(Path path, List<VerificationTarget> given, List<VerificationReport> reports)
            throws IOException {
        String name = path.toString();
        ByteBuffer bytes = ModuleFile.unpacked(path);
        List<VerificationTarget> targets = given;
        if (targets.isEmpty()) {
            VerificationTarget own = VerificationTarget.ofModule(name, bytes);
            if (own == null) {
                throw new IOException(name + ": the file does not say which kernel it was built for (vermagic=);"
                        + " say it with --target-version");
            }
            targets = List.of(own);
        }
        for (VerificationTarget target : targets) {
            reports.add(new VerificationReport(name, target, Verifier.verify(name, bytes, target)));
        }
    }
}
