package dev.klp.processor.emit;

import dev.klp.kernel.KernelIndex;
import dev.klp.processor.resolve.BtfDeclaration;
import dev.klp.processor.resolve.PrototypePins;
import dev.klp.processor.spec.CallbacksSpec;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.ParamSpec;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.processor.spec.ShadowSpec;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.processor.spec.StateSpec;
import dev.klp.processor.spec.SyscallSpec;
import dev.klp.templates.backend.LivepatchFeature;
import dev.klp.templates.model.CDeclaration;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.CType;
import dev.klp.templates.model.Callbacks;
import dev.klp.templates.model.CompilerFlag;
import dev.klp.templates.model.HeaderName;
import dev.klp.templates.model.ModuleHook;
import dev.klp.templates.model.ModuleInfo;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.ModuleParameter;
import dev.klp.templates.model.ModuleParts;
import dev.klp.templates.model.ObjectName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.PatchedObject;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.Relocation;
import dev.klp.templates.model.ShadowVariable;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SourceLine;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolNamespace;
import dev.klp.templates.model.SyscallStub;
import dev.klp.templates.model.SystemChange;
import dev.klp.templates.model.SystemState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a patch spec without errors into the templates' model. */
public final class PatchModules {
    private PatchModules() {}

    /**
     * The model of a patch that the checks found no error in.
     *
     * @param kernel the kernel that the module is for, or null for every one
     */
    public static PatchModule of(PatchSpec patch, SourceFiles files, @Nullable KernelIndex kernel) {
        KernelPositions positions = new KernelPositions(kernel);
        return new PatchModule(
                new ModuleName(patch.name().value()),
                patch.replace().value() && positions.has(LivepatchFeature.REPLACE),
                patch.immediate().value() && positions.has(LivepatchFeature.IMMEDIATE),
                info(patch),
                patch.headers().stream()
                        .map(header -> new HeaderName(header.value()))
                        .distinct()
                        .toList(),
                Stream.concat(
                                sources(patch.sources(), files).stream(),
                                patch.code().stream().map(files::of))
                        .toList(),
                patch.objects().stream()
                        .filter(ObjectSpec::isListed)
                        .map(object -> object(object, positions))
                        .toList(),
                patch.objects().stream()
                        .flatMap(object -> object.relocations().stream()
                                .map(relocation -> relocation(new ObjectName(object.name()), relocation, positions)))
                        .toList(),
                new SystemChange(
                        patch.states().stream().map(PatchModules::state).toList(),
                        patch.shadows().stream().map(PatchModules::shadow).toList()),
                patch.objects().stream()
                        .flatMap(object -> object.syscalls().stream())
                        .flatMap(syscall -> syscall.entries().stream())
                        .map(PatchModules::stub)
                        .toList(),
                parts(patch, files));
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

    private static SystemState state(StateSpec state) {
        return new SystemState(
                new CIdentifier(state.name().value()),
                state.id().value(),
                state.version().value());
    }

    private static ShadowVariable shadow(ShadowSpec shadow) {
        return new ShadowVariable(
                new CIdentifier(shadow.name().value()),
                shadow.id().value(),
                new CType(shadow.object().value()),
                new CType(shadow.type().value()),
                function(shadow.ctor()),
                function(shadow.dtor()));
    }

    private static SyscallStub stub(SyscallSpec.Entry entry) {
        return new SyscallStub(
                entry.kind(),
                new CIdentifier(entry.function().value()),
                entry.parameters().stream().map(type -> new CType(type.value())).toList());
    }

    private static ModuleParts parts(PatchSpec patch, SourceFiles files) {
        return new ModuleParts(
                sources(patch.build().units(), files),
                sources(patch.build().privateHeaders(), files),
                patch.build().cflags().stream()
                        .map(flag -> new CompilerFlag(flag.value()))
                        .toList(),
                patch.build().namespaces().stream()
                        .map(namespace -> new SymbolNamespace(namespace.value()))
                        .distinct()
                        .toList(),
                patch.params().stream().map(PatchModules::parameter).toList(),
                patch.hooks().stream()
                        .map(hook -> new ModuleHook(function(hook.init()), function(hook.exit())))
                        .toList());
    }

    private static ModuleParameter parameter(ParamSpec param) {
        return new ModuleParameter(
                new CIdentifier(param.name().value()),
                ModuleParameter.Type.valueOf(param.type()),
                param.permission().value(),
                param.description().value());
    }

    private static Callbacks callbacks(CallbacksSpec callbacks) {
        return new Callbacks(
                function(callbacks.prePatch()),
                function(callbacks.postPatch()),
                function(callbacks.preUnpatch()),
                function(callbacks.postUnpatch()));
    }

    /** An optional function of the author's. */
    private static @Nullable CIdentifier function(Positioned<String> name) {
        return name.value().isEmpty() ? null : new CIdentifier(name.value());
    }

    private static List<SourceFile> sources(List<Positioned<String>> paths, SourceFiles files) {
        return paths.stream().map(path -> source(path, files)).toList();
    }

    private static SourceFile source(Positioned<String> source, SourceFiles files) {
        RelativePath path = new RelativePath(source.value());
        if (files.find(path) instanceof SourceFiles.Found found) {
            // A folder of a package with letters that only Java takes is not named to make and gcc.
            return RelativePath.problem(found.origin()) == null
                    ? new SourceFile(path, found.text(), new SourceLine(new RelativePath(found.origin()), 1))
                    : new SourceFile(path, found.text());
        }
        throw new IllegalStateException("a C file that was not found passed the checks: " + path);
    }

    private static PatchedObject object(ObjectSpec object, KernelPositions positions) {
        return new PatchedObject(
                new ObjectName(object.name()),
                object.functions().stream()
                        .map(function -> function(object.name(), function, positions))
                        .toList(),
                callbacks(object.callbacks()));
    }

    private static PatchedFunction function(String object, FunctionSpec function, KernelPositions positions) {
        String oldName = function.oldName().value();
        return new PatchedFunction(
                new SymbolName(oldName),
                positions.of(object, oldName, function.sympos().value(), function.anchor(), true),
                new CIdentifier(function.newFunc().value()),
                positions
                        .symbol(object, oldName, function.sympos().value(), function.anchor(), true)
                        .map(symbol ->
                                PrototypePins.of(symbol, function.newFunc().value(), positions.release()))
                        .orElse(null),
                function.immediate().value() && positions.has(LivepatchFeature.IMMEDIATE),
                function.configuration());
    }

    private static Relocation relocation(ObjectName gate, RelocationSpec relocation, KernelPositions positions) {
        String definedIn = relocation.definedIn().value();
        ObjectName definingObject = definedIn.isEmpty() ? gate : new ObjectName(definedIn);
        String symbol = relocation.symbol().value();
        CDeclaration declaration = declaration(definingObject.text(), relocation, positions);
        return new Relocation(
                gate,
                definingObject,
                new SymbolName(symbol),
                positions.of(
                        definingObject.text(),
                        symbol,
                        relocation.sympos().value(),
                        relocation.anchor(),
                        declaration.isFunction()),
                declaration);
    }

    /** As it is written, or as the kernel's BTF has it. */
    private static CDeclaration declaration(String object, RelocationSpec relocation, KernelPositions positions) {
        if (relocation.isDeclared()) {
            return new CDeclaration(relocation.declaration().value());
        }
        BtfDeclaration found = positions
                .undeclared(
                        object, relocation.symbol().value(), relocation.sympos().value(), relocation.anchor())
                .map(symbol -> BtfDeclaration.of(symbol, relocation.cName().value()))
                .orElseThrow(() -> new IllegalStateException("a symbol that was not found passed the checks"));
        if (found instanceof BtfDeclaration.Printed printed) {
            return new CDeclaration(printed.text());
        }
        throw new IllegalStateException("a relocation without a declaration passed the checks: " + found);
    }
}
