package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code cmdline_patch}, generated from {@code CmdlinePatch}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class CmdlinePatchLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "cmdline_patch";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("cmdline_proc_show", 0, "livepatch_cmdline_proc_show"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/cmdline_patch/Kbuild",
                "klp/cmdline_patch/Makefile",
                "klp/cmdline_patch/cmdline_patch.c",
                "klp/cmdline_patch/cmdline_patch.h",
                "klp/cmdline_patch/src/cmdline.c");
    }
}
