package dev.klp.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code klp} program. */
public final class Klp {
    private final Environment environment;
    private final PrintStream out;
    private final PrintStream err;

    Klp(Environment environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Every command, in the order of the help. */
    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new ConvertCommand(environment));
        commands.add(new VerifyCommand(environment));
        commands.add(new InspectCommand());
        commands.add(new IndexCommand(environment));
        commands.add(new SymbolCommand(environment));
        commands.add(new BootCommand());
        commands.add(new ExplainCommand());
        commands.add(new LspCommand(environment));
        return commands;
    }

    /**
     * Runs one command and ends the process.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new Klp(Environment.ofProcess(), System.out, System.err).run(args));
    }

    /**
     * Runs one command.
     *
     * @return an {@link ExitCode}
     */
    int run(String... args) {
        List<Command> commands = commands();
        CommandLine root = new CommandLine(rootSpec());
        for (Command command : commands) {
            CommandSpec spec = command.spec();
            root.addSubcommand(spec.name(), new CommandLine(withCommonOptions(spec)));
        }
        try {
            return dispatch(commands, root.parseArgs(args));
        } catch (ParameterException e) {
            return reportUsage(e.getCommandLine(), e.getMessage());
        }
    }

    private int dispatch(List<Command> commands, ParseResult root) {
        ParseResult innermost = root.hasSubcommand() ? root.subcommand() : root;
        Console console = console(root, innermost);
        if (root.isVersionHelpRequested()) {
            console.out().println("klp " + Version.text());
            return finish(ExitCode.OK, console);
        }
        CommandLine selected = innermost.commandSpec().commandLine();
        if (innermost.isUsageHelpRequested()) {
            selected.usage(console.out(), Help.defaultColorScheme(console.outStyle()));
            return finish(ExitCode.OK, console);
        }
        for (Command command : commands) {
            if (command.spec().name().equals(innermost.commandSpec().name())) {
                return run(command, innermost, console);
            }
        }
        return reportUsage(selected, "no command given");
    }

    private int run(Command command, ParseResult arguments, Console console) {
        try {
            return finish(command.run(arguments, console), console);
        } catch (IOException e) {
            console.error(FailureText.of(e));
            return ExitCode.REFUSED;
        } catch (ParameterException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            console.error("not enough memory; KLP_JAVA_OPTS=-Xmx4g gives 4 GiB");
            return ExitCode.REFUSED;
        } catch (RuntimeException | Error e) {
            console.error("internal error, please report it with the input that causes it: " + e);
            e.printStackTrace(console.err());
            return ExitCode.INTERNAL;
        }
    }

    /** A result that could not be written, as to a full disk, is no result. */
    private static int finish(int exitCode, Console console) {
        if (console.out().checkError()) {
            console.error("standard output: cannot be written");
            return ExitCode.REFUSED;
        }
        return exitCode;
    }

    private int reportUsage(CommandLine command, @Nullable String text) {
        Console console = console(null, null);
        console.error(text == null ? "wrong arguments" : withoutPrefix(text));
        console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** Some of picocli's texts begin with a label of their own. */
    private static String withoutPrefix(String text) {
        return text.startsWith("Error: ") ? text.substring("Error: ".length()) : text;
    }

    private Console console(@Nullable ParseResult root, @Nullable ParseResult innermost) {
        ColorMode mode = ColorMode.AUTO;
        for (ParseResult arguments : new ParseResult[] {root, innermost}) {
            if (arguments != null && arguments.hasMatchedOption("--color")) {
                mode = colorMode(arguments);
            }
        }
        return new Console(
                out,
                err,
                environment.style(mode, environment.outIsTerminal()),
                environment.style(mode, environment.errIsTerminal()),
                environment.errIsTerminal());
    }

    private static ColorMode colorMode(ParseResult arguments) {
        String text = arguments.matchedOptionValue("--color", "auto");
        ColorMode mode = ColorMode.parse(text);
        if (mode == null) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(), "--color: '" + text + "' is none of auto, always, never");
        }
        return mode;
    }

    private static CommandSpec rootSpec() {
        CommandSpec spec = CommandSpec.create().name("klp");
        spec.usageMessage()
                .description("Works on Linux livepatch modules.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer("%nExit codes: 0 done, 1 refused or findings, 2 wrong usage, 70 a defect of klp itself.");
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
        return withCommonOptions(spec);
    }

    private static CommandSpec withCommonOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help.")
                .build());
        spec.addOption(OptionSpec.builder("--color")
                .paramLabel("WHEN")
                .type(String.class)
                .description("Colour the output: auto, always or never.")
                .build());
        return spec;
    }
}
