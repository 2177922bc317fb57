package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code two}, generated from {@code Two}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class TwoLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "two";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("same", 0, "new_f"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/two/Kbuild",
                "klp/two/Makefile",
                "klp/two/two.c",
                "klp/two/two.h",
                "klp/two/src/fix.c");
    }
}
