package dev.klp.cli;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.indexer.KernelLocator;
import dev.klp.lsp.KernelLanguageServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code klp lsp}: a language server on standard input and output. */
final class LspCommand implements Command {
    private final Environment environment;
    private final InputStream in;

    LspCommand(Environment environment) {
        this(environment, System.in);
    }

    LspCommand(Environment environment, InputStream in) {
        this.environment = environment;
        this.in = in;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("lsp");
        spec.usageMessage()
                .description(
                        "Speaks the Language Server Protocol on standard input and output: in Java sources it completes"
                                + " the names of the kernel's symbols and objects in livepatch annotations, and shows on hover what"
                                + " 'klp symbol' knows.")
                .customSynopsis("klp lsp --kernel KERNEL");
        spec.addOption(KernelOption.required());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws IOException {
        try (KernelIndex index =
                KernelLocator.of(environment.variables()).open(arguments.matchedOptionValue(KernelOption.NAME, ""))) {
            return KernelLanguageServer.serve(index, LspCommand::describe, in, console.out());
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private static String describe(KernelIndex index, List<KernelSymbol> symbols) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new SymbolTableText(new Console(out, out, Ansi.OFF, Ansi.OFF, false)).print(index, symbols);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
