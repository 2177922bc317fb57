package dev.klp.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Severity;
import dev.klp.livepatch.ModulePlace;
import dev.klp.livepatch.verify.Finding;
import dev.klp.livepatch.verify.KernelAnswer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports as JSON: one object each, all with the same keys. */
final class FindingJson {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private FindingJson() {}

    static String of(List<VerificationReport> reports) {
        JsonArray array = new JsonArray();
        for (VerificationReport report : reports) {
            JsonObject json = new JsonObject();
            json.addProperty("file", report.file());
            json.addProperty("kernel", report.kernel());
            json.addProperty("symbolsChecked", report.target().index() != null);
            json.addProperty("fit", report.count(Severity.ERROR) == 0);
            JsonArray findings = new JsonArray();
            report.findings().forEach(finding -> findings.add(json(finding)));
            json.add("findings", findings);
            array.add(json);
        }
        return GSON.toJson(array);
    }

    private static JsonObject json(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("code", finding.code().id());
        json.addProperty("key", finding.code().key());
        json.addProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        ModulePlace place = finding.place();
        json.add("section", text(place == null ? null : place.section()));
        json.add("offset", text(place == null ? null : hex(place.offset())));
        json.add("function", text(place == null ? null : place.function()));
        json.add(
                "functionOffset",
                text(place == null || place.function() == null ? null : hex(place.offsetInFunction())));
        json.addProperty("text", finding.text());
        KernelAnswer answer = finding.answer();
        json.addProperty("outcome", answer.outcome().name().toLowerCase(Locale.ROOT));
        json.add("error", text(answer.error() == null ? null : answer.error().name()));
        json.add("kernelMessage", text(answer.message()));
        JsonArray hints = new JsonArray();
        finding.hints().stream().map(Hint::line).forEach(hints::add);
        json.add("hints", hints);
        return json;
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static JsonElement text(@Nullable String text) {
        return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }
}
