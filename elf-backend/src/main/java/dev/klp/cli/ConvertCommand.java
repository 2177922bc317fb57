package dev.klp.cli;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.io.CacheFolder;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.indexer.KernelLocator;
import dev.klp.kernel.symvers.ModuleSymvers;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.convert.ConversionTarget;
import dev.klp.livepatch.convert.Exports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code klp convert}: modules as kbuild or a tool left them into the form in which the kernel livepatches with them. */
final class ConvertCommand implements Command {
    private final Environment environment;

    ConvertCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("convert");
        spec.usageMessage()
                .description("Moves the relocations against annotated symbols of a built kernel module into livepatch"
                        + " relocation sections. Takes the annotations of klp-convert (arrays and names), of objtool and"
                        + " of kpatch.");
        spec.addOption(OptionSpec.builder("--symbols")
                .paramLabel("FILE")
                .type(String[].class)
                .description(
                        "A Module.symvers that says what the kernel and its modules export; may be repeated. Without"
                                + " it the module's own __versions tells.")
                .build());
        spec.addOption(OptionSpec.builder("--kernel")
                .paramLabel("KERNEL")
                .type(String.class)
                .description("Resolve symbols without annotation by this kernel where there is no choice, and take its"
                        + " exports: an index file; a source of one, such as vmlinuz; or the release of a kernel"
                        + " in the cache.")
                .build());
        spec.addOption(OptionSpec.builder("--target-version")
                .paramLabel("V")
                .type(String.class)
                .description(
                        "The version of the kernel that the module is for, as in 5.4. Default: that of --kernel, or"
                                + " of the module's vermagic.")
                .build());
        spec.addOption(OptionSpec.builder("--force")
                .paramLabel("CODE")
                .type(String[].class)
                .description("Write the module although 'klp verify' finds this mistake in it; may be repeated.")
                .build());
        SigningOptions.addTo(spec);
        spec.addArgGroup(ArgGroupSpec.builder()
                .exclusive(true)
                .multiplicity("1")
                .addArg(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT")
                        .type(String.class)
                        .description("Where the converted module goes; a folder if there are several.")
                        .build())
                .addArg(OptionSpec.builder("--in-place")
                        .description("Replace the input by the converted module.")
                        .build())
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .paramLabel("IN.ko")
                .type(String[].class)
                .description("The modules that kbuild built.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        List<Path> inputs = FileArguments.paths(arguments, arguments.matchedPositionalValue(0, new String[0]));
        Path output = arguments.hasMatchedOption("--output")
                ? FileArguments.path(arguments, arguments.matchedOptionValue("--output", ""))
                : null;
        List<ConvertJob> jobs = ConvertJobs.of(inputs, output, arguments.commandSpec());
        TargetVersion version = version(arguments);
        String[] symbols = arguments.matchedOptionValue("--symbols", new String[0]);
        Exports exports = symbols.length == 0
                ? null
                : new Exports.Listed(ModuleSymvers.read(FileArguments.paths(arguments, symbols)));
        if (!arguments.hasMatchedOption("--kernel")) {
            return ConvertJobs.run(jobs, settings(arguments, exports, null, version), console);
        }
        try (TerminalProgress progress = new TerminalProgress(console);
                KernelIndex kernel = new KernelLocator(CacheFolder.of(environment.variables()), progress, console::note)
                        .open(arguments.matchedOptionValue("--kernel", ""))) {
            progress.close();
            return ConvertJobs.run(jobs, settings(arguments, exports, kernel, version), console);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ConvertSettings settings(
            ParseResult arguments,
            @Nullable Exports exports,
            @Nullable KernelIndex kernel,
            @Nullable TargetVersion version)
            throws IOException {
        Set<DiagnosticCode> forced = forced(arguments);
        if (SigningOptions.signs(arguments)) {
            // The signature comes after the conversion, and behind what is verified.
            forced.add(DiagnosticCode.SIGNATURE_REQUIRED);
        }
        return new ConvertSettings(
                new ConversionTarget(exports, kernel, version, forced),
                SigningOptions.strips(arguments),
                SigningOptions.signer(arguments, environment, kernel));
    }

    private static @Nullable TargetVersion version(ParseResult arguments) {
        if (!arguments.hasMatchedOption("--target-version")) {
            return null;
        }
        String text = arguments.matchedOptionValue("--target-version", "");
        TargetVersion version = TargetVersion.parse(text);
        if (version == null) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "--target-version: '" + text + "' is no version of a kernel, such as 6.1");
        }
        return version;
    }

    private static Set<DiagnosticCode> forced(ParseResult arguments) {
        Set<DiagnosticCode> forced = EnumSet.noneOf(DiagnosticCode.class);
        for (String text : arguments.matchedOptionValue("--force", new String[0])) {
            DiagnosticCode code = DiagnosticCode.of(text);
            if (code == null) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(), "--force: there is no code '" + text + "'");
            }
            forced.add(code);
        }
        return forced;
    }
}
