package dev.klp.cli;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains that a name isn't there.
 *
 * @param index the kernel
 * @param object the only object that was asked, or null for all
 * @param name the name
 */
record MissingSymbol(KernelIndex index, @Nullable KernelObject object, String name) {
    private static final int MOST_OBJECTS = 5;

    void explain(Console console) {
        String place = object == null ? "" : " in " + object.name();
        console.error(
                "kernel " + index.release().orElse("(of unknown release)") + " has no symbol '" + name + "'" + place);
        List<String> clones = object == null ? index.vmlinux().map(this::clones).orElse(List.of()) : clones(object);
        if (!clones.isEmpty()) {
            console.err().println("  the compiler left only: " + String.join(", ", clones));
        }
        List<String> nearest = object == null ? index.nearest(name) : object.nearest(name);
        if (!nearest.isEmpty()) {
            console.err().println("  nearest names: " + String.join(", ", nearest));
        }
        List<String> others = index.symbols(name).stream()
                .map(symbol -> symbol.object().name())
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            String more = others.size() > MOST_OBJECTS ? " and " + (others.size() - MOST_OBJECTS) + " more" : "";
            console.err()
                    .println("  it is in: "
                            + String.join(", ", others.subList(0, Math.min(MOST_OBJECTS, others.size()))) + more);
        }
        if (clones.isEmpty() && others.isEmpty()) {
            console.err().println("  a function of the source that has no symbol was inlined wherever it is called");
        }
    }

    private List<String> clones(KernelObject where) {
        return where.clones(name).stream().map(KernelSymbol::name).distinct().toList();
    }
}
