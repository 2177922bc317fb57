package dev.klp.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small relocatable files, made by the assembler and the linker. */
public final class ObjectFile {
    private ObjectFile() {}

    /** Assembles a text for x86-64 into {@code <folder>/<name>}. */
    public static Path assemble(Path folder, String name, String text) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".s"), text);
        Path object = folder.resolve(name);
        Program.output(folder, "as", "--64", "-o", object.toString(), source.toString());
        return object;
    }

    /** Assembles a text for x86-64 with the module information that every livepatch of Linux 6.1 has. */
    public static Path assembleModule(Path folder, String name, String text) throws IOException {
        return assemble(folder, name, text + """

                .section .modinfo, "a"
                .asciz "livepatch=Y"
                .asciz "license=GPL"
                .asciz "vermagic=6.1.0-test SMP"
                .section .gnu.linkonce.this_module, "aw"
                .zero 64
                """);
    }
}
