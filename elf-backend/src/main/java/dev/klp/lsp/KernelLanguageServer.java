package dev.klp.lsp;

import dev.klp.kernel.KernelIndex;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** A language server that answers from one kernel's index: completion and hover, whole documents at each change. */
public final class KernelLanguageServer implements LanguageServer {
    private final JavaDocuments documents;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private volatile boolean isShutDown;

    private KernelLanguageServer(KernelIndex index, SymbolDescription description) {
        documents = new JavaDocuments(index, description);
    }

    /**
     * Serves one editor until it says goodbye or goes away.
     *
     * @param index must stay open meanwhile
     * @param description what is shown of symbols
     * @return the exit code that the protocol asks for: 0 if the editor shut the server down before, 1 if not
     * @throws InterruptedException if the thread is interrupted
     */
    public static int serve(KernelIndex index, SymbolDescription description, InputStream in, OutputStream out)
            throws InterruptedException {
        KernelLanguageServer server = new KernelLanguageServer(index, description);
        Future<Void> listening =
                LSPLauncher.createServerLauncher(server, in, out).startListening();
        Thread watch = new Thread(() -> server.waitForTheEndOf(listening), "end of input");
        watch.setDaemon(true);
        watch.start();
        try {
            return server.exitCode.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The input ends if the editor goes away without a word. */
    private void waitForTheEndOf(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException | ExecutionException e) {
            // As good as the end.
        }
        exit();
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setTextDocumentSync(TextDocumentSyncKind.Full);
        capabilities.setCompletionProvider(new CompletionOptions(false, List.of("\"")));
        capabilities.setHoverProvider(true);
        return CompletableFuture.completedFuture(new InitializeResult(capabilities, new ServerInfo("klp")));
    }

    @Override
    public CompletableFuture<@Nullable Object> shutdown() {
        isShutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exitCode.complete(isShutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new WorkspaceService() {
            @Override
            public void didChangeConfiguration(DidChangeConfigurationParams params) {}

            @Override
            public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {}
        };
    }
}
