package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code one}, generated from {@code One}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class OneLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "one";
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
                "klp/one/Kbuild",
                "klp/one/Makefile",
                "klp/one/one.c",
                "klp/one/one.h",
                "klp/one/src/fix.c");
    }
}
