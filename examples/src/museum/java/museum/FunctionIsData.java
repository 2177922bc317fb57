package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A variable. Refused. */
@KlpPatch(sources = "fixes.c")
interface FunctionIsData {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void saved_command_line();
    }
}
