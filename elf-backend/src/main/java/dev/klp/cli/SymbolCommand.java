package dev.klp.cli;

import dev.klp.io.CacheFolder;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.ObjectLookup;
import dev.klp.kernel.indexer.KernelLocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code klp symbol}: what a kernel knows of a name. */
final class SymbolCommand implements Command {
    private static final int NEIGHBOURS = 5;
    private static final int MOST_STARTS = 20;
    private static final int MOST_COMPLETIONS = 1000;

    private final Environment environment;

    SymbolCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("symbol");
        spec.usageMessage()
                .description("Tells everything that a kernel's files say of a symbol: where it is, at which position,"
                        + " whether it can be replaced.")
                .customSynopsis(
                        "klp symbol --kernel KERNEL [--object OBJECT] [--json] NAME",
                        "klp symbol --kernel KERNEL --object OBJECT [--json] --near PREFIX",
                        "klp symbol --kernel KERNEL [--object OBJECT] --complete PREFIX");
        spec.addOption(KernelOption.required());
        spec.addOption(text("--object", "OBJECT", "Only in this object: vmlinux or a module."));
        spec.addOption(text("--near", "PREFIX", "The symbols around those that begin so, in the order of addresses."));
        spec.addOption(text("--complete", "PREFIX", "The names that begin so, a line each."));
        spec.addOption(OptionSpec.builder("--json")
                .description("Print an array with one object per symbol.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("NAME")
                .type(String.class)
                .description("The symbol's name.")
                .build());
        return spec;
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        String name = arguments.matchedPositionalValue(0, "");
        boolean near = arguments.hasMatchedOption("--near");
        boolean complete = arguments.hasMatchedOption("--complete");
        if ((name.isEmpty() ? 0 : 1) + (near ? 1 : 0) + (complete ? 1 : 0) != 1) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(), "name one of NAME, --near PREFIX, --complete PREFIX");
        }
        if (near && !arguments.hasMatchedOption("--object")) {
            throw new ParameterException(arguments.commandSpec().commandLine(), "--near needs --object OBJECT");
        }
        try (TerminalProgress progress = new TerminalProgress(console);
                KernelIndex index = new KernelLocator(CacheFolder.of(environment.variables()), progress, console::note)
                        .open(arguments.matchedOptionValue(KernelOption.NAME, ""))) {
            progress.close();
            KernelObject object = null;
            if (arguments.hasMatchedOption("--object")) {
                object = object(index, arguments.matchedOptionValue("--object", ""), console);
                if (object == null) {
                    return notFound(arguments, console);
                }
            }
            if (complete) {
                return complete(index, object, arguments.matchedOptionValue("--complete", ""), console);
            }
            return near && object != null
                    ? near(object, arguments, console)
                    : find(index, object, name, arguments, console);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int notFound(ParseResult arguments, Console console) {
        if (arguments.hasMatchedOption("--json")) {
            console.out().println("[]");
        }
        return ExitCode.REFUSED;
    }

    private static @Nullable KernelObject object(KernelIndex index, String name, Console console) {
        ObjectLookup lookup = index.lookup(name);
        if (lookup instanceof ObjectLookup.Indexed indexed) {
            if (!indexed.object().name().equals(name)) {
                console.note("the kernel's name of '" + name + "' is "
                        + indexed.object().name());
            }
            return indexed.object();
        }
        if (lookup instanceof ObjectLookup.BuiltIn builtIn) {
            console.error("'" + builtIn.name() + "' is no module of this kernel but built in (" + builtIn.path()
                    + "): its symbols are in vmlinux");
        } else if (lookup instanceof ObjectLookup.Unknown unknown) {
            console.error("this kernel has no module '" + name + "'"
                    + (unknown.nearest().isEmpty() ? "" : "; nearest: " + String.join(", ", unknown.nearest())));
        }
        return null;
    }

    private static int complete(KernelIndex index, @Nullable KernelObject object, String prefix, Console console) {
        List<String> names =
                object == null ? index.complete(prefix, MOST_COMPLETIONS) : object.complete(prefix, MOST_COMPLETIONS);
        names.forEach(console.out()::println);
        return names.isEmpty() ? ExitCode.REFUSED : ExitCode.OK;
    }

    private static int near(KernelObject object, ParseResult arguments, Console console) {
        String prefix = arguments.matchedOptionValue("--near", "");
        List<KernelSymbol> starts = new ArrayList<>(object.symbols(prefix));
        if (starts.isEmpty()) {
            object.complete(prefix, MOST_STARTS).forEach(name -> starts.addAll(object.symbols(name)));
        }
        if (starts.isEmpty()) {
            console.error("no symbol of " + object.name() + " begins with '" + prefix + "'");
            return notFound(arguments, console);
        }
        if (arguments.hasMatchedOption("--json")) {
            List<KernelSymbol> all = starts.stream()
                    .flatMap(start -> object.around(start, NEIGHBOURS, NEIGHBOURS).stream())
                    .distinct()
                    .toList();
            console.out().println(SymbolJson.of(all));
            return ExitCode.OK;
        }
        SymbolTableText text = new SymbolTableText(console);
        for (KernelSymbol start : starts) {
            text.printAround(start, object.around(start, NEIGHBOURS, NEIGHBOURS));
        }
        return ExitCode.OK;
    }

    private static int find(
            KernelIndex index, @Nullable KernelObject object, String name, ParseResult arguments, Console console) {
        List<KernelSymbol> found = object == null ? index.symbols(name) : object.symbols(name);
        if (found.isEmpty()) {
            new MissingSymbol(index, object, name).explain(console);
            return notFound(arguments, console);
        }
        if (arguments.hasMatchedOption("--json")) {
            console.out().println(SymbolJson.of(found));
        } else {
            new SymbolTableText(console).print(index, found);
        }
        return ExitCode.OK;
    }
}
