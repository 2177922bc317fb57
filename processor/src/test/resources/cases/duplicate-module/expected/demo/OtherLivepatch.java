package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code other}, generated from {@code Other}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class OtherLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "other";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("f", 0, "new_f"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/other/Kbuild",
                "klp/other/Makefile",
                "klp/other/other.c",
                "klp/other/other.h",
                "klp/other/src/fix.c");
    }
}
