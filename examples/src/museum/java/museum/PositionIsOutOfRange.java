package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** The ninth of four. Refused. */
@KlpPatch(sources = "fixes.c")
interface PositionIsOutOfRange {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed", sympos = 9)
        void version_show();
    }
}
