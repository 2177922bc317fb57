package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code p}, generated from {@code P}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class PLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "p";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("cmdline_proc_show", 0, "p_cmdline_proc_show"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/p/Kbuild",
                "klp/p/Makefile",
                "klp/p/p-patch.c",
                "klp/p/p.h",
                "klp/p/src/fix.c",
                "klp/p/src/deep/shared.h",
                "klp/p/src/more.c",
                "klp/p/src/deep/other.c",
                "klp/p/units/more.c",
                "klp/p/units/deep/other.c");
    }
}
