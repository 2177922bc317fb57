package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        params = {
            @KlpParam(name = "my-limit", type = KlpParam.Type.INT),
            @KlpParam(name = "a", type = KlpParam.Type.INT, permission = 644),
            @KlpParam(name = "a", type = KlpParam.Type.BOOL, permission = 0666),
            @KlpParam(name = "b", type = KlpParam.Type.BOOL, permission = 0044, description = "two\nlines"),
            @KlpParam(name = "c", type = KlpParam.Type.BOOL, permission = 0460),
            @KlpParam(name = "d", type = KlpParam.Type.BOOL, permission = -1)
        })
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(newFunc = "new_f")
        void f();
    }
}
