package dev.klp.examples.looppartscan;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Shows the module's parameter {@code max_part} in {@code /sys/block/loop<n>/loop/partscan}. */
@KlpPatch(sources = "partscan.c", description = "Shows max_part of loop devices")
interface LoopPartscanPatch {
    /** All in {@code drivers/block/loop.c}. */
    @KlpObject("loop")
    @KlpModuleReloc(symbol = "max_part", declaration = "int max_part")
    interface Loop {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_do_show_partscan")
        void loop_attr_do_show_partscan();
    }
}
