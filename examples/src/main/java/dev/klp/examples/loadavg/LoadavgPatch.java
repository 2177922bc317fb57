package dev.klp.examples.loadavg;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Marks the line of {@code /proc/loadavg}. */
@KlpPatch(sources = "loadavg.c", description = "Marks /proc/loadavg")
interface LoadavgPatch {
    /** All in {@code kernel/sched} and {@code kernel/fork.c}; the function is in {@code fs/proc/loadavg.c}. */
    @KlpObject
    @KlpModuleReloc(
            symbol = "get_avenrun",
            declaration = "void get_avenrun(unsigned long *loads, unsigned long offset, int shift)")
    @KlpModuleReloc(symbol = "nr_running", declaration = "unsigned int nr_running(void)")
    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
    interface Vmlinux {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_loadavg_proc_show")
        void loadavg_proc_show();
    }
}
