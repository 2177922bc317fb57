package dev.klp.templates;

import dev.klp.templates.backend.LivepatchFeature;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.CType;
import dev.klp.templates.model.Callbacks;
import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.ModuleHook;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.ModuleParts;
import dev.klp.templates.model.ObjectName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.PatchedObject;
import dev.klp.templates.model.ReleaseModule;
import dev.klp.templates.model.Relocation;
import dev.klp.templates.model.ShadowVariable;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;
import dev.klp.templates.model.SystemChange;
import dev.klp.templates.model.SystemState;
import java.util.List;

/** The same patch for kernels of all ages: each time with everything that the kernel has. */
final class KernelAges {
    /** One version before and one after each change, from the first that could livepatch on. */
    static final List<String> RELEASES = List.of(
            "4.0.0",
            "4.4.302",
            "4.5.0",
            "4.6.0",
            "4.7.0",
            "4.11.12",
            "4.12.14",
            "4.14.336",
            "4.15.18",
            "4.16.0",
            "4.17.19",
            "4.18.0",
            "4.19.325",
            "5.0.21",
            "5.1.0",
            "5.4.302",
            "5.5.0",
            "6.1.192",
            "6.18.0");

    private static final String SOURCE = """
            struct thing;
            static int new_f(void)
            {
            	return 0;
            }
            static int take(void)
            {
            	return 0;
            }
            static void give(void)
            {
            }
            """;
    private static final String CALLBACKS = """
            static int before(struct klp_object *obj)
            {
            	return 0;
            }
            static void after(struct klp_object *obj)
            {
            }
            """;
    private static final String CONSTRUCTORS = """
            static int make(struct thing *obj, long *data, void *ctor_data)
            {
            	return 0;
            }
            static void unmake(struct thing *obj, long *data)
            {
            }
            """;

    private KernelAges() {}

    /** The patch for one kernel. */
    static ReleaseModule module(String text) {
        KernelRelease release = new KernelRelease(text);
        boolean callbacks = has(release, LivepatchFeature.CALLBACKS);
        boolean constructors = has(release, LivepatchFeature.SHADOW_CONSTRUCTORS);
        return new ReleaseModule(
                release,
                new PatchModule(
                        new ModuleName("aged"),
                        has(release, LivepatchFeature.REPLACE),
                        has(release, LivepatchFeature.IMMEDIATE),
                        List.of(),
                        List.of(),
                        List.of(Patches.source(
                                "f.c", SOURCE + (callbacks ? CALLBACKS : "") + (constructors ? CONSTRUCTORS : ""))),
                        List.of(object(release, callbacks)),
                        relocations(release),
                        new SystemChange(states(release), shadows(release, constructors)),
                        List.of(),
                        new ModuleParts(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new ModuleHook(new CIdentifier("take"), new CIdentifier("give"))))));
    }

    private static PatchedObject object(KernelRelease release, boolean callbacks) {
        PatchedFunction function = new PatchedFunction(
                new SymbolName("f"),
                new SymbolPosition(has(release, LivepatchFeature.SYMPOS) ? 2 : 0),
                new CIdentifier("new_f"),
                null,
                has(release, LivepatchFeature.IMMEDIATE),
                "");
        return new PatchedObject(
                new ObjectName("loop"),
                List.of(function),
                callbacks
                        ? new Callbacks(
                                new CIdentifier("before"),
                                new CIdentifier("after"),
                                new CIdentifier("after"),
                                new CIdentifier("after"))
                        : Callbacks.NONE);
    }

    private static List<Relocation> relocations(KernelRelease release) {
        return has(release, LivepatchFeature.RELOCATIONS)
                ? List.of(Patches.own("loop", "max_part", 0, "int max_part"))
                : List.of();
    }

    private static List<SystemState> states(KernelRelease release) {
        return has(release, LivepatchFeature.STATES)
                ? List.of(new SystemState(new CIdentifier("fix"), 7, 1))
                : List.of();
    }

    private static List<ShadowVariable> shadows(KernelRelease release, boolean constructors) {
        return has(release, LivepatchFeature.SHADOW_VARIABLES)
                ? List.of(new ShadowVariable(
                        new CIdentifier("count"),
                        0x11,
                        new CType("struct thing"),
                        new CType("long"),
                        constructors ? new CIdentifier("make") : null,
                        constructors ? new CIdentifier("unmake") : null))
                : List.of();
    }

    private static boolean has(KernelRelease release, LivepatchFeature feature) {
        return feature.isIn(release.version());
    }
}
