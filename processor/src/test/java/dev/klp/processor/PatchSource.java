package dev.klp.processor;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;

/** Small patches for tests in memory. Their C file is {@code fix.c} in the folder of the option. */
final class PatchSource {
    private PatchSource() {}

    /** A patch of one function. */
    static JavaFileObject of(String name) {
        return of(name, "sources = \"fix.c\"");
    }

    /** A patch of one function with the given members of its annotation. */
    static JavaFileObject of(String name, String members) {
        return JavaFileObjects.forSourceLines(
                "demo." + name,
                "package demo;",
                "import dev.klp.annotations.*;",
                "@KlpPatch(" + members + ")",
                "interface " + name + " {",
                "    @KlpObject interface Vmlinux {",
                "        @KlpFunc(newFunc = \"new_f\") void f();",
                "    }",
                "}");
    }
}
