package dev.klp.examples.irqtype;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Says {@code edge-triggered} and {@code level-triggered} in {@code /sys/kernel/irq/<n>/type}. */
@KlpPatch(sources = "irqtype.c", description = "Words the type of an interrupt in full")
interface IrqTypePatch {
    /** The function is in {@code kernel/irq/irqdesc.c}. */
    @KlpObject
    interface Vmlinux {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_type_show", sympos = 3)
        void type_show();
    }
}
