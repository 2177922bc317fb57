package dev.klp.templates.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** gcc takes every declaration that the reader takes, and finds the same name, kind and tags. */
class CDeclarationIT {
    @Test
    void gccAgreesWithTheReader(@TempDir Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("declarations.c");
        Files.writeString(
                source,
                """
                typedef unsigned long long u64;
                #define __user
                #define asmlinkage
                enum pid_type { PIDTYPE_PID };
                struct rw_semaphore { int x; };
                struct list_head { int x; };
                """ + Declarations.ACCEPTED.stream().map(CDeclarationIT::use).collect(Collectors.joining()));

        Process gcc = new ProcessBuilder(
                        "gcc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-c", "-o", "/dev/null", source.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(gcc.getInputStream().readAllBytes());

        assertThat(gcc.waitFor()).describedAs("%s", output).isZero();
    }

    /** A function of its own scope each, since the names repeat. Only functions differ from the type they decay to. */
    private static String use(Declarations sample) {
        CDeclaration declaration = new CDeclaration(sample.text());
        String tags = declaration.tags().stream().map(tag -> tag + ";\n").collect(Collectors.joining());
        String pointer = "typeof(" + declaration.name() + ") *";
        return tags + "static inline void *use_" + Declarations.ACCEPTED.indexOf(sample) + "(void)\n{\n"
                + "\textern " + declaration + ";\n"
                + "\t_Static_assert(" + (declaration.isFunction() ? "" : "!")
                + "__builtin_types_compatible_p(typeof(1 ? " + declaration.name() + " : " + declaration.name() + "), "
                + pointer + "), \"kind\");\n"
                + "\treturn (void *)&" + declaration.name() + ";\n}\n";
    }
}
