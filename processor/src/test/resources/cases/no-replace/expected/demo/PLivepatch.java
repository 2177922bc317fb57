package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchKernel;
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
        return kernels().get(0).objects();
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/p/Kbuild",
                "klp/p/Makefile",
                "klp/p/4.19.0-old/p.c",
                "klp/p/4.19.0-old/p.h",
                "klp/p/6.1.0-small/p.c",
                "klp/p/6.1.0-small/p.h",
                "klp/p/src/fix.c");
    }

    @Override
    public List<LivepatchKernel> kernels() {
        return List.of(
                new LivepatchKernel("4.19.0-old", List.of(
                        new LivepatchObject("vmlinux", List.of(
                                new LivepatchFunction("cmdline_proc_show", 0, "new_f")))), List.of(
                        "klp/p/Kbuild",
                        "klp/p/Makefile",
                        "klp/p/4.19.0-old/p.c",
                        "klp/p/4.19.0-old/p.h",
                        "klp/p/src/fix.c")),
                new LivepatchKernel("6.1.0-small", List.of(
                        new LivepatchObject("vmlinux", List.of(
                                new LivepatchFunction("cmdline_proc_show", 0, "new_f")))), List.of(
                        "klp/p/Kbuild",
                        "klp/p/Makefile",
                        "klp/p/6.1.0-small/p.c",
                        "klp/p/6.1.0-small/p.h",
                        "klp/p/src/fix.c")));
    }
}
