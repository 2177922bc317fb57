package dev.klp.cli;

import dev.klp.livepatch.container.ModuleFile;
import dev.klp.livepatch.inspect.Inspection;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code klp inspect}: what a module consists of. */
final class InspectCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("inspect");
        spec.usageMessage()
                .description("Shows a livepatch module: what it patches, what it refers to, and how large it is.");
        spec.addOption(
                OptionSpec.builder("--json").description("Print one object.").build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("KO")
                .type(Path.class)
                .description("A module, compressed or not.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        Path path = arguments.matchedPositionalValue(0, Path.of(""));
        Inspection inspection = Inspection.of(path.toString(), ModuleFile.unpacked(path));
        if (arguments.hasMatchedOption("--json")) {
            console.out().println(InspectionJson.of(path.toString(), inspection));
        } else {
            new InspectionText(console.out(), console.outStyle()).print(path.toString(), inspection);
        }
        return ExitCode.OK;
    }
}
