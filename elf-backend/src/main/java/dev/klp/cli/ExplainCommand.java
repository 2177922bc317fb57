package dev.klp.cli;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.DiagnosticPage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code klp explain}: the documented page of a diagnostic. */
final class ExplainCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("explain");
        spec.usageMessage()
                .description(
                        "Explains a diagnostic: what happens at run time, why, the repair, how to silence it. Without"
                                + " a code, lists them all.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("CODE")
                .type(String.class)
                .description("The code in a message's brackets, such as KLP036, or its key, such as unknown-symbol.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String name = arguments.matchedPositionalValue(0, "");
        if (name.isEmpty()) {
            list(console);
            return ExitCode.OK;
        }
        DiagnosticCode code = find(name)
                .orElseThrow(() -> new ParameterException(
                        arguments.commandSpec().commandLine(), "there is no code '" + name + "'"));
        console.out().print(DiagnosticPage.of(code).orElseGet(() -> line(code) + "\n"));
        return ExitCode.OK;
    }

    private static void list(Console console) {
        for (DiagnosticCode code : DiagnosticCode.values()) {
            console.out().println(line(code));
        }
    }

    private static String line(DiagnosticCode code) {
        return code.id() + " " + code.key() + " (" + code.severity().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static Optional<DiagnosticCode> find(String name) {
        return Arrays.stream(DiagnosticCode.values())
                .filter(code -> code.id().equalsIgnoreCase(name) || code.key().equals(name))
                .findFirst();
    }
}
