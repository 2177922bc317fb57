package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        description = "two\nlines",
        author = "tab\there",
        version = "1\u0000",
        modinfo = {@KlpModinfo(tag = "bug", value = "a\rb"), @KlpModinfo(tag = "cve", value = "")})
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
