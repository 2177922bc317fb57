package dev.klp.templates.backend;

import dev.klp.templates.model.KernelVersion;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.ShadowVariable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a patch can ask of the kernel, and the kernels that have it. The versions are those of kernel.org; a distributor's
 * kernel that took over more is judged by its version all the same.
 */
public enum LivepatchFeature {
    /** {@code klp_func.old_sympos}; before there was {@code old_addr}, an address of one build. Linux 4.5, b2b018ef48d0. */
    SYMPOS(
            "positions of symbols",
            new KernelVersion(4, 5),
            null,
            module -> module.objects().stream()
                    .flatMap(object -> object.functions().stream())
                    .anyMatch(function -> function.position().value() != 0)),

    /**
     * Sections {@code .klp.rela.*} and symbols {@code .klp.sym.*}; before there was {@code struct klp_reloc}. Linux 4.7,
     * 425595a7fc20.
     */
    RELOCATIONS(
            "relocations of livepatches",
            new KernelVersion(4, 7),
            null,
            module -> !module.relocations().isEmpty()),

    /**
     * {@code klp_patch.immediate} and {@code klp_func.immediate}: patching without waiting for tasks. From Linux 4.12,
     * d83a7cb375ee, to 4.15; removed by d0807da78e11.
     */
    IMMEDIATE(
            "immediate",
            new KernelVersion(4, 12),
            new KernelVersion(4, 15),
            module -> module.immediate()
                    || module.objects().stream()
                            .flatMap(object -> object.functions().stream())
                            .anyMatch(function -> function.immediate())),

    /** {@code klp_object.callbacks}. Linux 4.15, 93862e385ded. */
    CALLBACKS(
            "callbacks",
            new KernelVersion(4, 15),
            null,
            module -> module.objects().stream()
                    .anyMatch(object -> !object.callbacks().isEmpty())),

    /** {@code klp_shadow_alloc()} and its like. Linux 4.15, 439e7271dc2b. */
    SHADOW_VARIABLES(
            "shadow variables",
            new KernelVersion(4, 15),
            null,
            module -> !module.change().shadows().isEmpty()),

    /** Functions that the kernel calls as it allocates and frees a shadow variable. Linux 4.18, e91c2518a5d2, 3b2c77d000fe. */
    SHADOW_CONSTRUCTORS(
            "constructors and destructors of shadow variables",
            new KernelVersion(4, 18),
            null,
            module -> module.change().shadows().stream().anyMatch(LivepatchFeature::isConstructed)),

    /** {@code klp_patch.replace}. Linux 5.1, e1452b607c48. */
    REPLACE("atomic replace", new KernelVersion(5, 1), null, PatchModule::replace),

    /** {@code klp_patch.states}. Linux 5.5, 73727f4dafa9. */
    STATES(
            "states",
            new KernelVersion(5, 5),
            null,
            module -> !module.change().states().isEmpty());

    private final String words;
    private final KernelVersion first;
    private final @Nullable KernelVersion last;
    private final Predicate<PatchModule> use;

    LivepatchFeature(String words, KernelVersion first, @Nullable KernelVersion last, Predicate<PatchModule> use) {
        this.words = words;
        this.first = first;
        this.last = last;
        this.use = use;
    }

    /** The name of it in a sentence: {@code callbacks}. */
    public String words() {
        return words;
    }

    /** The kernels that have it, in a sentence: {@code since Linux 4.15}. */
    public String range() {
        return last == null ? "since Linux " + first : "from Linux " + first + " to " + last;
    }

    /** Whether a kernel has it. */
    public boolean isIn(KernelVersion version) {
        return version.compareTo(first) >= 0 && (last == null || version.compareTo(last) <= 0);
    }

    /** Whether a patch asks for it. */
    boolean isUsedBy(PatchModule module) {
        return use.test(module);
    }

    private static boolean isConstructed(ShadowVariable shadow) {
        return shadow.ctor() != null || shadow.dtor() != null;
    }
}
