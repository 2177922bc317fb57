package dev.klp.examples.cases;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Two C files in two folders, the second of which uses what the first defines; both use one relocation. */
@KlpPatch(
        sources = {"parts/length.c", "two_files.c"},
        name = "two_files")
interface TwoFilesPatch {
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    interface Vmlinux {
        @KlpFunc(newFunc = "two_files_cmdline_proc_show")
        void cmdline_proc_show();
    }
}
