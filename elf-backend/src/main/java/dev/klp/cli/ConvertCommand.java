package dev.klp.cli;

import dev.klp.elf.ElfFile;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.io.AtomicFile;
import dev.klp.kernel.symvers.ModuleSymvers;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.ModuleFile;
import dev.klp.livepatch.Problem;
import dev.klp.livepatch.convert.Conversion;
import dev.klp.livepatch.convert.Converter;
import dev.klp.livepatch.convert.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code klp convert}: a module as kbuild left it into the form in which the kernel livepatches with it. */
final class ConvertCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("convert");
        spec.usageMessage()
                .description("Moves the relocations against annotated symbols of a built kernel module into livepatch"
                        + " relocation sections.");
        spec.addOption(OptionSpec.builder("--symbols")
                .paramLabel("FILE")
                .type(String[].class)
                .description(
                        "A Module.symvers that says what the kernel and its modules export; may be repeated. Without"
                                + " it the module's own __versions tells.")
                .build());
        spec.addArgGroup(ArgGroupSpec.builder()
                .exclusive(true)
                .multiplicity("1")
                .addArg(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT")
                        .type(String.class)
                        .description("Where the converted module goes.")
                        .build())
                .addArg(OptionSpec.builder("--in-place")
                        .description("Replace the input by the converted module.")
                        .build())
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("IN.ko")
                .type(String.class)
                .description("The module that kbuild built.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        Path input = path(arguments, arguments.matchedPositionalValue(0, ""));
        String outputText = arguments.matchedOptionValue("--output", "");
        Path output = arguments.hasMatchedOption("--output") ? path(arguments, outputText) : input;
        if (arguments.hasMatchedOption("--output") && isSameFile(input, output)) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "-o " + output + " is the input itself; say --in-place to replace it");
        }
        ElfFile file = ModuleFile.read(input);
        KernelModule module = KernelModule.of(ElfReader.read(file));
        Conversion conversion = Converter.convert(module, exports(arguments));
        if (conversion instanceof Conversion.Refused refused) {
            for (Problem problem : refused.problems()) {
                console.error(input + ": " + problem);
            }
            return ExitCode.REFUSED;
        }
        if (conversion instanceof Conversion.Converted converted) {
            for (String note : converted.notes()) {
                console.error(input + ": note: " + note);
            }
            AtomicFile.write(output, input, channel -> ElfWriter.write(converted.image(), channel));
            console.out()
                    .println(output + ": " + converted.relocations() + " relocations against " + converted.symbols()
                            + " symbols converted");
            return ExitCode.OK;
        }
        if (arguments.hasMatchedOption("--output")) {
            AtomicFile.write(output, input, channel -> channel.write(file.bytes()));
        }
        console.out().println(output + ": nothing to convert");
        return ExitCode.OK;
    }

    private static @Nullable Exports exports(ParseResult arguments) throws IOException {
        String[] files = arguments.matchedOptionValue("--symbols", new String[0]);
        if (files.length == 0) {
            return null;
        }
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            paths.add(path(arguments, file));
        }
        return new Exports.Listed(ModuleSymvers.read(paths));
    }

    private static boolean isSameFile(Path input, Path output) throws IOException {
        return Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output);
    }

    private static Path path(ParseResult arguments, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "'" + text + "' cannot be the name of a file: " + e.getReason());
        }
    }
}
