package dev.klp.cli;

import java.io.IOException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
                .description("A Module.symvers that says what the kernel and its modules export. May be repeated.")
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
                .paramLabel("IN.ko")
                .type(String.class)
                .description("The module that kbuild built.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        throw new IOException(arguments.matchedPositionalValue(0, "") + ": not converted");
    }
}
