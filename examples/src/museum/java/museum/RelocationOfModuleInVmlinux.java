package museum;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A variable of a module that is to be resolved at once. Refused while the module is not loaded. */
@KlpPatch(sources = "fixes.c")
interface RelocationOfModuleInVmlinux {
    @KlpObject
    @KlpModuleReloc(symbol = "max_part", declaration = "int max_part")
    interface Target {
        @KlpFunc(newFunc = "fixed")
        void cmdline_proc_show();
    }
}
