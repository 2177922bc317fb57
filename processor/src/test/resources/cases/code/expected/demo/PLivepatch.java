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
                        new LivepatchFunction("cmdline_proc_show", 0, "p_cmdline_proc_show"),
                        new LivepatchFunction("version_proc_show", 0, "p_version_proc_show"),
                        new LivepatchFunction("loadavg_proc_show", 0, "p_version_proc_show"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/p/Kbuild",
                "klp/p/Makefile",
                "klp/p/p.c",
                "klp/p/p.h",
                "klp/p/src/fix.c",
                "klp/p/src/demo.P.c",
                "klp/p/src/demo.P.Vmlinux.cmdline_proc_show.c",
                "klp/p/src/demo.P.Vmlinux.version_proc_show.c",
                "klp/p/src/demo.P.Vmlinux.loadavg_proc_show.c");
    }
}
