package dev.klp.cli;

import dev.klp.livepatch.container.ModuleSignature;
import dev.klp.livepatch.inspect.GatedRelocations;
import dev.klp.livepatch.inspect.Inspection;
import dev.klp.livepatch.inspect.ModuleSizes;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchCallback;
import dev.klp.livepatch.patch.PatchSearch;
import dev.klp.livepatch.patch.PatchState;
import dev.klp.livepatch.patch.PatchedFunction;
import dev.klp.livepatch.patch.PatchedObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A module for a person, in blocks with a headline each. */
final class InspectionText {
    private static final List<String> INFO_TAGS =
            List.of("name", "description", "version", "license", "vermagic", "srcversion", "depends", "livepatch");

    private final PrintStream out;
    private final Ansi style;

    InspectionText(PrintStream out, Ansi style) {
        this.out = out;
        this.style = style;
    }

    void print(String file, Inspection inspection) {
        headline(file);
        printFacts(inspection);
        if (inspection.patch() instanceof PatchSearch.Found found) {
            printPatch(found.patch());
        } else if (inspection.patch() instanceof PatchSearch.Unknown unknown) {
            out.println();
            headline("patch unknown: " + unknown.reason());
        }
        inspection.gates().forEach(this::printGate);
        printUndefined(inspection.undefined());
    }

    private void printFacts(Inspection inspection) {
        TextTable table = new TextTable();
        for (String tag : INFO_TAGS) {
            String value = inspection.first(tag);
            if (value != null) {
                table.add("  " + tag, value.isEmpty() ? "-" : value);
            }
        }
        ModuleSizes sizes = inspection.sizes();
        table.add("  architecture", inspection.architecture());
        table.add("  file", bytes(sizes.file()));
        table.add(
                "  in memory",
                "code " + bytes(sizes.code()) + ", read-only " + bytes(sizes.readOnly()) + ", data "
                        + bytes(sizes.data()));
        table.add("  freed after start", bytes(sizes.init()));
        table.add("  not loaded", bytes(sizes.notLoaded()));
        table.add("  signature", signature(inspection.signature()));
        table.print(out);
    }

    private static String signature(@Nullable ModuleSignature signature) {
        if (signature == null) {
            return "none";
        }
        return signature.isWellFormed() ? "PKCS#7, " + bytes(signature.sizeBytes()) : "malformed";
    }

    private void printPatch(Patch patch) {
        out.println();
        headline("patch at " + patch.place() + (patch.replace() ? ", replaces all others" : ""));
        if (!patch.states().isEmpty()) {
            out.println("  states "
                    + patch.states().stream().map(InspectionText::state).collect(Collectors.joining(", ")));
        }
        for (PatchedObject object : patch.objects()) {
            out.println("  object " + CommandRun.bold(object.displayName(), style));
            TextTable table = new TextTable();
            for (PatchedFunction function : object.functions()) {
                table.add(
                        "    function",
                        String.valueOf(function.oldName()),
                        "position " + Long.toUnsignedString(function.position()),
                        "by " + function.newFunction(),
                        function.place().toString());
            }
            for (PatchCallback callback : object.callbacks()) {
                table.add("    " + callback.event(), callback.function());
            }
            table.print(out);
        }
    }

    private static String state(PatchState state) {
        return "0x" + Long.toHexString(state.id()) + " version " + state.version();
    }

    private void printGate(GatedRelocations gate) {
        out.println();
        headline(gate.count() + (gate.count() == 1 ? " relocation" : " relocations") + " for " + gate.gate());
        TextTable sections = new TextTable();
        gate.sections().forEach((name, count) -> sections.add("  in", name, String.valueOf(count)));
        sections.print(out);
        TextTable symbols = new TextTable();
        gate.symbols().forEach((name, count) -> symbols.add("  against", name, String.valueOf(count)));
        symbols.print(out);
    }

    private void printUndefined(List<String> undefined) {
        if (!undefined.isEmpty()) {
            out.println();
            headline(undefined.size() + (undefined.size() == 1 ? " symbol" : " symbols") + " for the module loader");
            undefined.forEach(name -> out.println("  " + name));
        }
    }

    private void headline(String text) {
        out.println(CommandRun.bold(text, style));
    }

    private static String bytes(long count) {
        return String.format(Locale.ROOT, "%,d bytes", count);
    }
}
