package dev.klp.examples.i2cname;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Shows another name of an I2C adapter in {@code /sys/class/i2c-dev/i2c-<n>/name}. */
@KlpPatch(sources = "name.c", description = "Names I2C adapters by their number")
interface I2cNamePatch {
    /** The module of {@code drivers/i2c/i2c-dev.c}: its file is {@code i2c-dev.ko}, its name is not. */
    @KlpObject("i2c_dev")
    interface I2cDev {
        /** Prints the file's content. There are ten of this name in vmlinux, but only one in this module. */
        @KlpFunc(newFunc = "livepatch_name_show")
        void name_show();
    }
}
