package demo.more;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code second}, generated from {@code B}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class BLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "second";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("version_proc_show", 0, "b_version"))),
                new LivepatchObject("loop", List.of(
                        new LivepatchFunction("loop_attr_do_show_partscan", 0, "b_partscan"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/second/Kbuild",
                "klp/second/Makefile",
                "klp/second/second.c",
                "klp/second/second.h",
                "klp/second/src/fix.c",
                "klp/second/src/b.h");
    }
}
