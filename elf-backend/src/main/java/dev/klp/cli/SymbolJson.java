package dev.klp.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.klp.kernel.Export;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import java.util.List;
import java.util.Locale;

/** Symbols as JSON, an object each, all with the same keys. */
final class SymbolJson {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private SymbolJson() {}

    static String of(List<KernelSymbol> symbols) {
        JsonArray array = new JsonArray();
        symbols.forEach(symbol -> array.add(json(symbol)));
        return GSON.toJson(array);
    }

    private static JsonObject json(KernelSymbol symbol) {
        JsonObject json = new JsonObject();
        json.addProperty("object", symbol.object().name());
        json.addProperty("name", symbol.name());
        json.addProperty("sympos", symbol.position());
        json.addProperty("occurrences", symbol.occurrences());
        json.add(
                "liveSympos",
                symbol.livePosition().isPresent()
                        ? new JsonPrimitive(symbol.livePosition().getAsInt())
                        : JsonNull.INSTANCE);
        json.addProperty("order", word(symbol.object().order()));
        json.addProperty("address", "0x" + Long.toHexString(symbol.address()));
        json.add("section", text(symbol.section().orElse("")));
        json.add(
                "sizeBytes",
                symbol.sizeBytes().isPresent()
                        ? new JsonPrimitive(symbol.sizeBytes().getAsLong())
                        : JsonNull.INSTANCE);
        json.addProperty("type", String.valueOf(symbol.type()));
        json.addProperty("kind", word(symbol.kind()));
        json.addProperty("global", symbol.isGlobal());
        json.addProperty("weak", symbol.isWeak());
        json.addProperty("init", symbol.isInit());
        json.addProperty("traceable", symbol.traceability() == Traceability.TRACEABLE);
        json.addProperty("traceability", word(symbol.traceability()));
        json.add("export", symbol.export().map(SymbolJson::json).orElse(JsonNull.INSTANCE));
        json.add(
                "clones",
                symbol.kind() == SymbolKind.FUNCTION ? names(symbol.object().clones(symbol.name())) : new JsonArray());
        json.add("aliases", strings(symbol.aliases()));
        json.add("previous", text(symbol.previous().map(KernelSymbol::name).orElse("")));
        json.add("next", text(symbol.next().map(KernelSymbol::name).orElse("")));
        json.add("sourceFile", text(symbol.sourceFile().orElse("")));
        json.add("declarations", strings(symbol.declarations()));
        return json;
    }

    private static JsonElement json(Export export) {
        JsonObject json = new JsonObject();
        json.addProperty("exporter", export.exporter());
        json.addProperty("gplOnly", export.gplOnly());
        json.addProperty("namespace", export.namespace());
        json.add(
                "crc",
                export.crc().isPresent()
                        ? new JsonPrimitive("0x%08x".formatted(export.crc().getAsLong()))
                        : JsonNull.INSTANCE);
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static JsonElement text(String text) {
        return text.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }

    private static JsonArray names(List<KernelSymbol> symbols) {
        return strings(symbols.stream().map(KernelSymbol::name).distinct().toList());
    }

    private static JsonArray strings(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
