package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code a}, generated from {@code A}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class ALivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "a";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("cmdline_proc_show", 0, "a_cmdline"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/a/Kbuild",
                "klp/a/Makefile",
                "klp/a/a.c",
                "klp/a/a.h",
                "klp/a/src/fix.c");
    }
}
