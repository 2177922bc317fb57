package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        modinfo = {
            @KlpModinfo(tag = "bug", value = "v"),
            @KlpModinfo(tag = "livepatch", value = "v"),
            @KlpModinfo(tag = "license", value = "v"),
            @KlpModinfo(tag = "description", value = "v"),
            @KlpModinfo(tag = "author", value = "v"),
            @KlpModinfo(tag = "version", value = "v"),
            @KlpModinfo(tag = "srcversion", value = "v"),
            @KlpModinfo(tag = "name", value = "v"),
            @KlpModinfo(tag = "depends", value = "v"),
            @KlpModinfo(tag = "vermagic", value = "v"),
            @KlpModinfo(tag = "intree", value = "v"),
            @KlpModinfo(tag = "retpoline", value = "v"),
            @KlpModinfo(tag = "", value = "v"),
            @KlpModinfo(tag = "a b", value = "v"),
            @KlpModinfo(tag = "a=b", value = "v"),
            @KlpModinfo(tag = "9", value = "v"),
            @KlpModinfo(tag = "a-b", value = "v"),
            @KlpModinfo(tag = "a\"", value = "v")
        })
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
