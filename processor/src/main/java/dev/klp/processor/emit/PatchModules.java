package dev.klp.processor.emit;

import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.model.CDeclaration;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.HeaderName;
import dev.klp.templates.model.ModuleInfo;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.ObjectName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.PatchedObject;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.Relocation;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns a patch spec without errors into the templates' model. */
public final class PatchModules {
    private PatchModules() {}

    /** The model of a patch that the checks found no error in. */
    public static PatchModule of(PatchSpec patch, SourceFiles files) {
        return new PatchModule(
                new ModuleName(patch.name().value()),
                patch.replace(),
                info(patch),
                patch.headers().stream()
                        .map(header -> new HeaderName(header.value()))
                        .distinct()
                        .toList(),
                patch.sources().stream().map(source -> source(source, files)).toList(),
                patch.objects().stream()
                        // An entry without functions would end the kernel's array.
                        .filter(object -> !object.functions().isEmpty())
                        .map(PatchModules::object)
                        .toList(),
                patch.objects().stream()
                        .flatMap(object -> object.relocations().stream()
                                .map(relocation -> relocation(new ObjectName(object.name()), relocation)))
                        .toList());
    }

    private static List<ModuleInfo> info(PatchSpec patch) {
        List<ModuleInfo> info = new ArrayList<>();
        addUnlessEmpty(info, patch.description(), ModuleInfo::description);
        addUnlessEmpty(info, patch.author(), ModuleInfo::author);
        addUnlessEmpty(info, patch.version(), ModuleInfo::version);
        patch.modinfo()
                .forEach(pair ->
                        info.add(new ModuleInfo(pair.tag().value(), pair.value().value())));
        return info;
    }

    private static void addUnlessEmpty(
            List<ModuleInfo> info, Positioned<String> attribute, Function<String, ModuleInfo> kind) {
        if (!attribute.value().isEmpty()) {
            info.add(kind.apply(attribute.value()));
        }
    }

    private static SourceFile source(Positioned<String> source, SourceFiles files) {
        RelativePath path = new RelativePath(source.value());
        if (files.find(path) instanceof SourceFiles.Found found) {
            return new SourceFile(path, found.text());
        }
        throw new IllegalStateException("a C file that was not found passed the checks: " + path);
    }

    private static PatchedObject object(ObjectSpec object) {
        return new PatchedObject(
                new ObjectName(object.name()),
                object.functions().stream().map(PatchModules::function).toList());
    }

    private static PatchedFunction function(FunctionSpec function) {
        return new PatchedFunction(
                new SymbolName(function.oldName().value()),
                new SymbolPosition(function.sympos().value()),
                new CIdentifier(function.newFunc().value()));
    }

    private static Relocation relocation(ObjectName gate, RelocationSpec relocation) {
        String definedIn = relocation.definedIn().value();
        return new Relocation(
                gate,
                definedIn.isEmpty() ? gate : new ObjectName(definedIn),
                new SymbolName(relocation.symbol().value()),
                new SymbolPosition(relocation.sympos().value()),
                new CDeclaration(relocation.declaration().value()));
    }
}
