package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.ObjectFile;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor and {@code klp lsp}, which speak over the standard streams of a process. */
class LspCommandIT {
    private static final String URI = "file:///project/src/P.java";
    private static final String SOURCE = """
            @KlpPatch(sources = "fix.c")
            interface P {
                @KlpObject
                @KlpModuleReloc(symbol = "nr_", declaration = "int nr_threads")
                interface Vmlinux {
                    @KlpFunc(newFunc = "f")
                    void type_();
                }
                @KlpObject("loop")
                @KlpModuleReloc(symbol = "max_part", declaration = "int max_part")
                interface Loop {
                }
            }
            """;

    @TempDir
    private static Path folder;

    private Process process;
    private LanguageServer server;

    @BeforeEach
    void start() throws Exception {
        Path launcher = Requires.path(
                Path.of(System.getProperty("basedir", ""), "target", "klp").toAbsolutePath(), "run mvn package");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "lsp", "--kernel", index());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        process = builder.start();
        var client =
                LSPLauncher.createClientLauncher(new Editor(), process.getInputStream(), process.getOutputStream());
        client.startListening();
        server = client.getRemoteProxy();
        ServerCapabilities capabilities = server.initialize(new InitializeParams())
                .get(20, TimeUnit.SECONDS)
                .getCapabilities();
        assertThat(capabilities.getCompletionProvider()).isNotNull();
        assertThat(capabilities.getHoverProvider().getLeft()).isTrue();
        server.initialized(new InitializedParams());
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "java", 1, SOURCE)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static String index() throws IOException {
        Path file = folder.resolve("kernel.klpindex");
        Path symbols = Files.writeString(folder.resolve("kallsyms"), """
                ffffffff81000000 T _stext
                ffffffff81000020 t type_show
                ffffffff81000030 t type_store
                ffffffff81000040 t type_show
                ffffffff81000050 t type_split.isra.0
                ffffffff81000060 D nr_threads
                ffffffff81000070 T nr_running
                """);
        Path loop = ObjectFile.assembleModule(folder, "loop.ko", ".data\n.globl max_part\nmax_part: .long 0\n");
        CommandLineRun run = CommandLineRun.of("index", "-o", file.toString(), symbols.toString(), loop.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return file.toString();
    }

    /** The place behind a text of the source. */
    private static Position behind(String source, String text) {
        int offset = source.indexOf(text) + text.length();
        String before = source.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - (before.lastIndexOf('\n') + 1));
    }

    private List<String> complete(String source, String text) throws Exception {
        CompletionList list = server.getTextDocumentService()
                .completion(new CompletionParams(new TextDocumentIdentifier(URI), behind(source, text)))
                .get(20, TimeUnit.SECONDS)
                .getRight();
        assertThat(list.isIncomplete()).isFalse();
        return list.getItems().stream().map(LspCommandIT::describe).toList();
    }

    private static String describe(CompletionItem item) {
        String detail = item.getDetail();
        return item.getLabel() + (detail == null || detail.isEmpty() ? "" : ": " + detail);
    }

    private @Nullable Hover hover(String text) throws Exception {
        return server.getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier(URI), behind(SOURCE, text)))
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void completesWhatAnAnnotationNames() throws Exception {
        assertThat(complete(SOURCE, "symbol = \"nr_")).containsExactly("nr_running", "nr_threads");
        assertThat(complete(SOURCE, "void type_"))
                .containsExactly("type_show: 2 of this name, sympos tells which", "type_store");
        assertThat(complete(SOURCE, "@KlpObject(\"lo"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("loop");
        assertThat(complete(SOURCE, "symbol = \"max")).containsExactly("max_part");
        assertThat(complete(SOURCE, "sources = \"fi")).isEmpty();
    }

    @Test
    void completesWhatWasTypedSince() throws Exception {
        String changed = SOURCE.replace("\"loop\"", "\"\"");
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(URI, 2),
                        List.of(new TextDocumentContentChangeEvent(changed))));

        assertThat(complete(changed, "@KlpObject(\""))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("loop");
    }

    @Test
    void showsWhatIsKnown() throws Exception {
        Hover symbol = Objects.requireNonNull(hover("symbol = \"max_"));
        assertThat(symbol.getContents().getRight().getValue())
                .startsWith("```text\nOBJECT")
                .contains("loop    1 of 1  data")
                .endsWith("\n```");
        assertThat(symbol.getRange().getStart())
                .isEqualTo(behind(SOURCE, "@KlpObject(\"loop\")\n    @KlpModuleReloc(symbol = \""));
        Hover missing = Objects.requireNonNull(hover("void type_"));
        assertThat(missing.getContents().getRight().getValue()).contains("has no symbol type_ in vmlinux");
        assertThat(hover("interface Vm")).isNull();
    }

    @Test
    void endsWhenItIsTold() throws Exception {
        server.shutdown().get(20, TimeUnit.SECONDS);
        server.exit();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void endsWhenTheEditorIsGone() throws Exception {
        process.getOutputStream().close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    /** An editor that shows nothing. */
    private static final class Editor implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

        @Override
        public void showMessage(MessageParams params) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
            return new CompletableFuture<>();
        }

        @Override
        public void logMessage(MessageParams message) {}
    }
}
