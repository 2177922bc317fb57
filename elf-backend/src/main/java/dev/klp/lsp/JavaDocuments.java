package dev.klp.lsp;

import dev.klp.kernel.KernelIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** The open documents, as the editor sends them. */
final class JavaDocuments implements TextDocumentService {
    private final Map<String, SourceText> open = new ConcurrentHashMap<>();
    private final Completion completion;
    private final KernelHover hover;

    JavaDocuments(KernelIndex index, SymbolDescription description) {
        completion = new Completion(index);
        hover = new KernelHover(index, description);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        open.put(
                params.getTextDocument().getUri(),
                new SourceText(params.getTextDocument().getText()));
    }

    /** The server asks for whole documents, so the last change is all of it. */
    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        params.getContentChanges()
                .forEach(change -> open.put(params.getTextDocument().getUri(), new SourceText(change.getText())));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        open.remove(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {}

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        CompletionList list = new CompletionList();
        SourceText source = open.get(params.getTextDocument().getUri());
        Optional<KernelName> name = name(source, params);
        if (source != null && name.isPresent()) {
            int start = name.get().start();
            String prefix = source.text().substring(start, source.offset(params.getPosition()));
            list = completion.of(
                    name.get(), prefix, source.range(start, name.get().end()));
        }
        return CompletableFuture.completedFuture(Either.forRight(list));
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        SourceText source = open.get(params.getTextDocument().getUri());
        Optional<KernelName> name = name(source, params);
        if (source == null || name.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        int start = name.get().start();
        int end = name.get().end();
        String text = hover.of(name.get(), source.text().substring(start, end));
        // Nothing from a kernel can end the block: names have no line breaks.
        MarkupContent content = new MarkupContent(MarkupKind.MARKDOWN, "```text\n" + text.strip() + "\n```");
        return CompletableFuture.completedFuture(new Hover(content, source.range(start, end)));
    }

    private static Optional<KernelName> name(@Nullable SourceText source, TextDocumentPositionParams params) {
        return source == null ? Optional.empty() : KernelNames.at(source.text(), source.offset(params.getPosition()));
    }
}
