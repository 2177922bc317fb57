package dev.klp.examples.cases;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Prints the addresses of two functions of one name. */
@KlpPatch(sources = "homonyms.c")
interface HomonymsPatch {
    @KlpObject
    @KlpModuleReloc(
            symbol = "version_show",
            sympos = 1,
            cName = "first_version_show",
            declaration = "ssize_t first_version_show(void)")
    @KlpModuleReloc(
            symbol = "version_show",
            sympos = 3,
            cName = "third_version_show",
            declaration = "ssize_t third_version_show(void)")
    interface Vmlinux {
        @KlpFunc(newFunc = "homonyms_cmdline_proc_show")
        void cmdline_proc_show();
    }
}
