package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code q}, generated from {@code Q}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class QLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "q";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("cmdline_proc_show", 0, "new_f"),
                        new LivepatchFunction("type_show", 2, "new_f"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/q/Kbuild",
                "klp/q/Makefile",
                "klp/q/q.c",
                "klp/q/q.h",
                "klp/q/src/fix.c");
    }
}
