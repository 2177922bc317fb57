package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code together}, generated from {@code Together}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class TogetherLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "together";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("cmdline_proc_show", 0, "a_cmdline"),
                        new LivepatchFunction("version_proc_show", 0, "b_version"))),
                new LivepatchObject("loop", List.of(
                        new LivepatchFunction("loop_attr_do_show_partscan", 0, "b_partscan"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/together/Kbuild",
                "klp/together/Makefile",
                "klp/together/together.c",
                "klp/together/together.h",
                "klp/together/src/a/fix.c",
                "klp/together/src/second/fix.c",
                "klp/together/src/own.c",
                "klp/together/src/second/b.h");
    }
}
