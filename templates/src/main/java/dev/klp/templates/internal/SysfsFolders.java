package dev.klp.templates.internal;

import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.PatchedObject;
import dev.klp.templates.model.ReleaseModule;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders that the kernel makes for a patch below its own in {@code /sys/kernel/livepatch}: {@code <object>} and
 * {@code <object>/<function>,<position>}, with position 0 printed as 1 ({@code klp_init_object} and {@code klp_init_func} in
 * {@code kernel/livepatch/core.c}, Linux 6.1). They are there before the object is loaded.
 */
final class SysfsFolders {
    private SysfsFolders() {}

    /** Those of a patch that is for no kernel in particular, as words of a Makefile in a shell's quotes. */
    static List<String> of(PatchModule module) {
        return of(module, true);
    }

    /** Those of a patch for one kernel. The position is in a function's folder since Linux 4.5. */
    static List<String> of(ReleaseModule module) {
        return of(module.module(), module.release().version().isAtLeast(4, 5));
    }

    private static List<String> of(PatchModule module, boolean withPositions) {
        List<String> folders = new ArrayList<>();
        for (PatchedObject object : module.objects()) {
            String name = object.name().text();
            folders.add(name);
            for (PatchedFunction function : object.functions()) {
                // What depends on a condition may be missing.
                if (function.configuration().isEmpty()) {
                    String position = withPositions
                            ? "," + Math.max(1, function.position().value())
                            : "";
                    folders.add(quote(name + "/" + function.oldName().text() + position));
                }
            }
        }
        return folders;
    }

    /** The names in {@code /proc/kallsyms} are visible ASCII without quotes; {@code $} and {@code #} mean something to make. */
    private static String quote(String path) {
        return path.matches("[A-Za-z0-9_.,/]*")
                ? path
                : "'" + path.replace("$", "$$").replace("#", "\\#") + "'";
    }
}
