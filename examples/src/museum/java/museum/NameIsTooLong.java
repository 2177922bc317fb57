package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A name that does not fit into the kernel's structure. Refused without any message. */
@KlpPatch(sources = "fixes.c", name = "a_name_of_fifty_six_characters_is_one_letter_too_long_ok")
interface NameIsTooLong {
    @KlpObject
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void cmdline_proc_show();
    }
}
