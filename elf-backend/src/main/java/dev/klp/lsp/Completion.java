package dev.klp.lsp;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What a kernel has to complete a name with. */
final class Completion {
    /** As many as anybody scrolls through; an editor asks again after the next letter if there were more. */
    private static final int MOST = 100;

    private final KernelIndex index;

    Completion(KernelIndex index) {
        this.index = index;
    }

    /**
     * @param name what is being named
     * @param prefix what is written of it
     * @param range what a chosen name takes the place of
     */
    CompletionList of(KernelName name, String prefix, Range range) {
        List<CompletionItem> items = name.kind() == KernelName.Kind.OBJECT ? objects(prefix) : symbols(name, prefix);
        boolean incomplete = items.size() > MOST;
        items = items.subList(0, Math.min(items.size(), MOST));
        items.forEach(item -> item.setTextEdit(Either.forLeft(new TextEdit(range, item.getLabel()))));
        return new CompletionList(incomplete, items);
    }

    private List<CompletionItem> objects(String prefix) {
        // The kernel's names have underscores where the files may have hyphens.
        String start = prefix.replace('-', '_');
        List<CompletionItem> items = new ArrayList<>();
        for (KernelObject object : index.objects()) {
            if (object.kind() == ObjectKind.MODULE && object.name().startsWith(start)) {
                CompletionItem item = item(object.name(), CompletionItemKind.Module);
                object.path().ifPresent(item::setDetail);
                items.add(item);
            }
        }
        return items;
    }

    private List<CompletionItem> symbols(KernelName name, String prefix) {
        Optional<KernelObject> object = index.object(name.object());
        List<CompletionItem> items = new ArrayList<>();
        if (object.isEmpty()) {
            return items;
        }
        // Some of the names are no functions, so more are asked for than are shown.
        for (String symbol : object.get().complete(prefix, 8 * MOST)) {
            if (name.kind() == KernelName.Kind.METHOD && !SourceVersion.isName(symbol)) {
                continue;
            }
            List<KernelSymbol> found = object.get().symbols(symbol);
            boolean isFunction = found.stream().anyMatch(one -> one.kind() == SymbolKind.FUNCTION);
            if (isFunction || name.kind() == KernelName.Kind.SYMBOL) {
                CompletionItem item =
                        item(symbol, isFunction ? CompletionItemKind.Function : CompletionItemKind.Variable);
                item.setDetail(detail(found, name.kind() != KernelName.Kind.SYMBOL));
                items.add(item);
            }
            if (items.size() > MOST) {
                break;
            }
        }
        return items;
    }

    private static String detail(List<KernelSymbol> found, boolean toReplace) {
        List<String> parts = new ArrayList<>();
        if (found.size() > 1) {
            parts.add(found.size() + " of this name, sympos tells which");
        }
        if (toReplace && found.stream().noneMatch(Completion::mayBeReplaced)) {
            parts.add("cannot be replaced: " + found.get(0).traceability().text());
        }
        if (found.size() == 1) {
            parts.addAll(found.get(0).declarations());
        }
        return String.join("; ", parts);
    }

    private static boolean mayBeReplaced(KernelSymbol symbol) {
        return symbol.traceability() == Traceability.TRACEABLE || symbol.traceability() == Traceability.UNKNOWN;
    }

    private static CompletionItem item(String label, CompletionItemKind kind) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        return item;
    }
}
