package dev.klp.examples.cases;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A function in which a task can be held, before the patch and with it: what keeps a transition from ending. */
@KlpPatch(sources = "fifo.c")
interface FifoPatch {
    @KlpObject
    interface Vmlinux {
        /** Sleeps until the other end of a named pipe is opened too. */
        @KlpFunc(newFunc = "livepatch_fifo_open")
        void fifo_open();
    }
}
