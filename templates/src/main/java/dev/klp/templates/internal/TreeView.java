package dev.klp.templates.internal;

import dev.klp.templates.backend.LivepatchBackend;
import dev.klp.templates.model.CDeclaration;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.Callbacks;
import dev.klp.templates.model.HeaderName;
import dev.klp.templates.model.ModuleInfo;
import dev.klp.templates.model.ObjectName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedObject;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.Relocation;
import dev.klp.templates.model.RelocationForm;
import dev.klp.templates.model.ShadowVariable;
import dev.klp.templates.model.SymbolPosition;
import dev.klp.templates.model.SystemState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tree as its templates see it.
 *
 * @param module the module's name
 * @param guard the macro that guards the header
 * @param release the kernel that the unit is for, empty for every one
 * @param sources the paths of the author's files in the tree
 * @param headers the kernel headers of the generated header
 * @param tags the structures and unions to declare, with their keyword
 * @param labels the declarations whose C name stands for a {@code .klp.sym.rela} symbol
 * @param arrays the arrays of {@code struct klp_module_reloc}, with the declarations of what they point to
 * @param objects the patched objects
 * @param assertionTags the structures and unions to declare before the assertions
 * @param assertions what the unit says of the new functions' types
 * @param replace {@code klp_patch.replace}
 * @param immediate {@code klp_patch.immediate}
 * @param info the module's information
 * @param states changes of the system
 * @param shadows variables attached to objects of the kernel
 * @param syscalls the functions that take the place of system calls' entries
 * @param parts what the module has beside its patch
 * @param backend the templates of those parts that change with the kernel
 */
public record TreeView(
        String module,
        String guard,
        String release,
        List<String> sources,
        List<String> headers,
        List<String> tags,
        List<LabelView> labels,
        List<ArrayView> arrays,
        List<ObjectView> objects,
        List<String> assertionTags,
        List<AssertionView> assertions,
        boolean replace,
        boolean immediate,
        List<InfoView> info,
        List<StateView> states,
        List<ShadowView> shadows,
        List<StubView> syscalls,
        PartsView parts,
        BackendView backend) {

    /** A declaration and the literal of its assembler symbol, in quotes for the assembler because of the comma. */
    public record LabelView(String declaration, String literal, PositionView position) {}

    /** The array of one gating object. */
    public record ArrayView(String object, List<EntryView> entries) {}

    /** One {@code struct klp_module_reloc}. */
    public record EntryView(String declaration, String symbol, PositionView position) {}

    /** One {@code struct klp_object}. */
    public record ObjectView(String name, boolean vmlinux, List<FunctionView> functions, List<MemberView> callbacks) {}

    /** One member of a structure with its value. */
    public record MemberView(String name, String value) {}

    /** One {@code struct klp_state}; {@code id} and {@code version} are constants of C. */
    public record StateView(String name, String id, String version) {}

    /** One {@code struct klp_func}; {@code oldName} is a literal. */
    public record FunctionView(
            String oldName, String newFunction, PositionView position, boolean immediate, String configuration) {}

    /** A position, and what stands there as the text of a comment. */
    public record PositionView(long sympos, String note) {
        static PositionView of(SymbolPosition position) {
            return new PositionView(position.value(), CComment.text(position.note()));
        }
    }

    /** One pair of the module's information; {@code value} is a literal. */
    public record InfoView(String tag, String value) {}

    /**
     * @param release the kernel that the unit is for, empty for every one
     * @param backend how the unit wants what changes with the kernel
     * @param sources the paths of the author's files in the tree
     */
    public static TreeView of(
            PatchModule module, String release, LivepatchBackend backend, List<RelativePath> sources) {
        return new TreeView(
                module.name().text(),
                "__KLP_" + module.name().text().toUpperCase(Locale.ROOT) + "_H",
                release,
                sources.stream().map(RelativePath::text).toList(),
                module.headers().stream().map(HeaderName::text).distinct().toList(),
                tags(module),
                labels(module.relocations()),
                arrays(module.relocations()),
                module.objects().stream().map(TreeView::object).toList(),
                AssertionView.tags(module),
                AssertionView.of(module),
                module.replace(),
                module.immediate(),
                Stream.concat(
                                module.info().stream(),
                                module.parts().namespaces().stream().map(ModuleInfo::namespace))
                        .map(TreeView::info)
                        .toList(),
                module.change().states().stream().map(TreeView::state).toList(),
                module.change().shadows().stream().map(ShadowView::of).toList(),
                module.syscalls().stream().map(StubView::of).toList(),
                PartsView.of(module.parts()),
                BackendView.of(backend));
    }

    private static List<String> tags(PatchModule module) {
        return Stream.concat(
                        module.relocations().stream()
                                .map(Relocation::declaration)
                                .map(CDeclaration::tags),
                        module.change().shadows().stream().map(ShadowVariable::tags))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<LabelView> labels(List<Relocation> relocations) {
        return relocations.stream()
                .filter(relocation -> RelocationForm.of(relocation, relocations) == RelocationForm.LABEL)
                .map(relocation -> new LabelView(
                        external(relocation),
                        CString.literal("\"" + label(relocation) + "\""),
                        PositionView.of(relocation.position())))
                .toList();
    }

    /** Kernel coding style: a function's prototype without {@code extern}, which it has anyway (C11 6.2.2). */
    private static String external(Relocation relocation) {
        CDeclaration declaration = relocation.declaration();
        return declaration.isFunction() ? declaration.text() : "extern " + declaration.text();
    }

    private static String label(Relocation relocation) {
        return ".klp.sym.rela." + relocation.gatingObject() + "." + relocation.definingObject() + "."
                + relocation.symbol() + "," + relocation.position().value();
    }

    private static List<ArrayView> arrays(List<Relocation> relocations) {
        Map<ObjectName, List<EntryView>> entries = new LinkedHashMap<>();
        for (Relocation relocation : relocations) {
            if (RelocationForm.of(relocation, relocations) == RelocationForm.ARRAY) {
                entries.computeIfAbsent(relocation.gatingObject(), object -> new ArrayList<>())
                        .add(new EntryView(
                                external(relocation),
                                relocation.cName().text(),
                                PositionView.of(relocation.position())));
            }
        }
        return entries.entrySet().stream()
                .map(array -> new ArrayView(array.getKey().text(), List.copyOf(array.getValue())))
                .toList();
    }

    private static ObjectView object(PatchedObject object) {
        return new ObjectView(
                object.name().text(),
                object.name().isVmlinux(),
                object.functions().stream()
                        .map(function -> new FunctionView(
                                CString.literal(function.oldName().text()),
                                function.newFunction().text(),
                                PositionView.of(function.position()),
                                function.immediate(),
                                function.configuration()))
                        .toList(),
                callbacks(object.callbacks()));
    }

    private static List<MemberView> callbacks(Callbacks callbacks) {
        List<MemberView> members = new ArrayList<>();
        add(members, "pre_patch", callbacks.prePatch());
        add(members, "post_patch", callbacks.postPatch());
        add(members, "pre_unpatch", callbacks.preUnpatch());
        add(members, "post_unpatch", callbacks.postUnpatch());
        return members;
    }

    private static void add(List<MemberView> members, String name, @Nullable CIdentifier function) {
        if (function != null) {
            members.add(new MemberView(name, function.text()));
        }
    }

    private static StateView state(SystemState state) {
        return new StateView(
                state.name().text(), "0x" + Long.toHexString(state.id()) + "UL", Integer.toString(state.version()));
    }

    private static InfoView info(ModuleInfo info) {
        return new InfoView(info.tag(), CString.literal(info.value()));
    }
}
