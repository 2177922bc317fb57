package dev.klp.cli;

import dev.klp.boot.Boot;
import dev.klp.boot.BootKernel;
import dev.klp.boot.BootResult;
import dev.klp.boot.Step;
import dev.klp.io.AtomicFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code klp boot}: a kernel in QEMU, with steps carried out in it. */
final class BootCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("boot");
        spec.usageMessage()
                .description("Boots a kernel in QEMU and carries out steps in it, in order.")
                .customSynopsis("klp boot --kernel KERNEL [OPTION]... STEP...")
                .footer(
                        "",
                        "A step is one of:",
                        "  FILE.ko [NAME=VALUE]...  load a module; a livepatch's transition is awaited",
                        "  MODULE [NAME=VALUE]...   load a module of the kernel's, with its dependencies",
                        "  -- COMMAND               run a command by busybox sh: one quoted word, or",
                        "                           all words up to --, --disable or FILE.ko",
                        "  --disable PATCH          disable a livepatch and unload it",
                        "",
                        "Options stand before the first step. Exit code 1: the kernel refused a module, warned or"
                                + " oopsed, or a transition did not end.");
        // From the first step on every word is a step's: "--" and "--disable" keep their places among the others.
        spec.parser()
                .stopAtPositional(true)
                .unmatchedOptionsArePositionalParams(true)
                .endOfOptionsDelimiter("\0");
        spec.addOption(OptionSpec.builder("--kernel")
                .paramLabel("KERNEL")
                .type(String.class)
                .required(true)
                .description("An index file: the image and modules that it was made from; a kernel image, with"
                        + " lib/modules/RELEASE beside its folder; or the release of a kernel in the cache.")
                .build());
        spec.addOption(OptionSpec.builder("--append")
                .paramLabel("WORDS")
                .type(String.class)
                .description("Further words of the kernel's command line.")
                .build());
        spec.addOption(number("--memory", "MIB", "512", "The machine's memory in MiB."));
        spec.addOption(number("--timeout", "SECONDS", "180", "When the machine is killed."));
        spec.addOption(number("--transition-timeout", "SECONDS", "60", "When a transition is given up."));
        spec.addOption(OptionSpec.builder("--log")
                .paramLabel("FILE")
                .type(Path.class)
                .description("Where the kernel's log goes.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .paramLabel("STEP")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("See below.")
                .build());
        return spec;
    }

    private static OptionSpec number(String name, String label, String value, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(Integer.class)
                .defaultValue(value)
                .description(description + " Default: " + value + ".")
                .build();
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        BootKernel kernel = BootKernel.named(arguments.matchedOptionValue("--kernel", ""), System.getenv());
        String append = arguments.matchedOptionValue("--append", "").strip();
        Boot boot = Boot.of(kernel)
                .withMemoryMebibytes(positive(arguments, "--memory"))
                .withTimeLimit(Duration.ofSeconds(positive(arguments, "--timeout")))
                .withTransitionLimit(Duration.ofSeconds(positive(arguments, "--transition-timeout")))
                .withKernelParameters(append.isEmpty() ? new String[0] : append.split("\\s+", -1))
                .withSteps(steps(kernel, arguments));
        BootResult result = run(boot);
        if (arguments.hasMatchedOption("--log")) {
            ByteBuffer text = StandardCharsets.UTF_8.encode(
                    String.join("\n", result.console().lines()) + "\n");
            Path log = arguments.matchedOptionValue("--log", Path.of(""));
            AtomicFile.write(log, output -> output.write(text));
        }
        new BootText(console.out(), console.outStyle()).print(result);
        List<String> problems = result.problems();
        problems.forEach(console::error);
        return problems.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    private static List<Step> steps(BootKernel kernel, ParseResult arguments) {
        try {
            return BootSteps.parse(kernel, arguments.matchedPositionalValue(0, List.of()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int positive(ParseResult arguments, String option) {
        OptionSpec spec = arguments.commandSpec().findOption(option);
        Integer value = spec.getValue();
        if (value == null || value < 1) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(), option + ": " + value + " is less than 1");
        }
        return value;
    }

    private static BootResult run(Boot boot) throws IOException {
        try {
            return boot.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
