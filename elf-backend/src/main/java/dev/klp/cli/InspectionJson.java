package dev.klp.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.klp.livepatch.inspect.GatedRelocations;
import dev.klp.livepatch.inspect.Inspection;
import dev.klp.livepatch.inspect.ModuleSizes;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchSearch;
import dev.klp.livepatch.patch.PatchedFunction;
import dev.klp.livepatch.patch.PatchedObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A module as one JSON object. */
final class InspectionJson {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private InspectionJson() {}

    static String of(String file, Inspection inspection) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file);
        json.addProperty("architecture", inspection.architecture());
        JsonArray info = new JsonArray();
        inspection.info().forEach(entry -> {
            JsonObject text = new JsonObject();
            text.addProperty("tag", entry.tag());
            text.addProperty("value", entry.value());
            info.add(text);
        });
        json.add("modinfo", info);
        json.add(
                "patch",
                inspection.patch() instanceof PatchSearch.Found found ? patch(found.patch()) : JsonNull.INSTANCE);
        JsonArray gates = new JsonArray();
        inspection.gates().forEach(gate -> gates.add(gate(gate)));
        json.add("relocations", gates);
        JsonArray undefined = new JsonArray();
        inspection.undefined().forEach(undefined::add);
        json.add("undefined", undefined);
        json.add("sizes", sizes(inspection.sizes()));
        json.add(
                "signatureBytes",
                inspection.signature() == null
                        ? JsonNull.INSTANCE
                        : new JsonPrimitive(inspection.signature().sizeBytes()));
        return GSON.toJson(json);
    }

    private static JsonObject patch(Patch patch) {
        JsonObject json = new JsonObject();
        json.addProperty("section", patch.place().section());
        json.addProperty("offset", "0x" + Long.toHexString(patch.place().offset()));
        json.addProperty("replace", patch.replace());
        JsonArray states = new JsonArray();
        patch.states().forEach(state -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("id", Long.toUnsignedString(state.id()));
            entry.addProperty("version", state.version());
            states.add(entry);
        });
        json.add("states", states);
        JsonArray objects = new JsonArray();
        patch.objects().forEach(object -> objects.add(object(object)));
        json.add("objects", objects);
        return json;
    }

    private static JsonObject object(PatchedObject object) {
        JsonObject json = new JsonObject();
        json.addProperty("name", object.displayName());
        JsonArray functions = new JsonArray();
        for (PatchedFunction function : object.functions()) {
            JsonObject entry = new JsonObject();
            entry.add("oldName", text(function.oldName()));
            entry.addProperty("sympos", function.position());
            entry.add("newFunction", text(function.newFunction()));
            functions.add(entry);
        }
        json.add("functions", functions);
        JsonObject callbacks = new JsonObject();
        object.callbacks().forEach(callback -> callbacks.addProperty(callback.event(), callback.function()));
        json.add("callbacks", callbacks);
        return json;
    }

    private static JsonObject gate(GatedRelocations gate) {
        JsonObject json = new JsonObject();
        json.addProperty("object", gate.gate());
        json.add("sections", counts(gate.sections()));
        json.add("symbols", counts(gate.symbols()));
        return json;
    }

    private static JsonObject counts(Map<String, Integer> counts) {
        JsonObject json = new JsonObject();
        counts.forEach(json::addProperty);
        return json;
    }

    private static JsonObject sizes(ModuleSizes sizes) {
        JsonObject json = new JsonObject();
        json.addProperty("file", sizes.file());
        json.addProperty("code", sizes.code());
        json.addProperty("readOnly", sizes.readOnly());
        json.addProperty("data", sizes.data());
        json.addProperty("init", sizes.init());
        json.addProperty("notLoaded", sizes.notLoaded());
        return json;
    }

    private static JsonElement text(@Nullable String text) {
        return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }
}
