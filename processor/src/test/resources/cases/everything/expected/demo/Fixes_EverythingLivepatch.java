package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code everything}, generated from {@code Fixes.Everything}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class Fixes_EverythingLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "everything";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("type_show", 3, "livepatch_type_show"),
                        new LivepatchFunction("type_show", 5, "livepatch_type_show"),
                        new LivepatchFunction("wait", 0, "livepatch_wait"))),
                new LivepatchObject("zram", List.of(
                        new LivepatchFunction("debug_stat_show", 0, "livepatch_debug_stat_show"))),
                new LivepatchObject("loop", List.of(
                        new LivepatchFunction("loop_attr_do_show_backing_file", 0, "livepatch_loop_attr_do_show_backing_file"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/everything/Kbuild",
                "klp/everything/Makefile",
                "klp/everything/everything.c",
                "klp/everything/everything.h",
                "klp/everything/src/irq.c",
                "klp/everything/src/c/loop.c");
    }
}
