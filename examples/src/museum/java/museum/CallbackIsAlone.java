package museum;

import dev.klp.annotations.KlpCallbacks;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A callback that takes something and none that gives it back. It loads, and leaks. */
@KlpPatch(sources = "fixes.c")
interface CallbackIsAlone {
    @KlpObject(callbacks = @KlpCallbacks(prePatch = "fixed_pre_patch"))
    interface Target {}
}
