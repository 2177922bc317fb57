import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code plain}, generated from {@code Plain}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class PlainLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "plain";
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
                "klp/plain/Kbuild",
                "klp/plain/Makefile",
                "klp/plain/plain.c",
                "klp/plain/plain.h",
                "klp/plain/src/plain.c");
    }
}
