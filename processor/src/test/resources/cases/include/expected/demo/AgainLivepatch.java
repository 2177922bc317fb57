package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code again}, generated from {@code Again}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class AgainLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "again";
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
                "klp/again/Kbuild",
                "klp/again/Makefile",
                "klp/again/again.c",
                "klp/again/again.h",
                "klp/again/src/one/fix.c");
    }
}
