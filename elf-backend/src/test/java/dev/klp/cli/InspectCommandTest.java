package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    Path folder;

    private Path module;

    @BeforeEach
    void convert() throws IOException {
        Path built = ObjectFile.assembleModule(folder, "built.ko", """
                .text
                .type new_show, @function
                new_show: call klp_enable_patch
                mov ".klp.sym.rela.vmlinux.vmlinux.nr_threads,0"(%rip), %eax
                .size new_show, . - new_show
                .section .rodata.str1.1, "aMS", @progbits, 1
                .Lold: .string "type_show"
                .Lloop: .string "loop"
                .section .gnu.linkonce.this_module, "aw"
                .globl __this_module
                __this_module: .zero 896
                .data
                .quad ".klp.sym.rela.vmlinux.vmlinux.nr_threads,0"
                .quad ".klp.sym.rela.loop.loop.max_part,0"
                .type patch, @object
                patch: .quad __this_module, objects, states
                .byte 1
                .zero 175
                .size patch, . - patch
                .type functions, @object
                functions: .quad .Lold, new_show, 3
                .zero 128
                .zero 152
                .size functions, . - functions
                .type objects, @object
                objects: .quad 0, functions, new_show
                .zero 144
                .quad .Lloop, functions
                .zero 152
                .zero 168
                .size objects, . - objects
                states: .quad 16
                .long 2, 0
                .quad 0, 0, 0, 0
                .section .modinfo, "a"
                .asciz "name=shown"
                .asciz "depends="
                """);
        Path symvers = Files.writeString(
                folder.resolve("Module.symvers"), "0x1\tklp_enable_patch\tvmlinux\tEXPORT_SYMBOL_GPL\t\n");
        module = folder.resolve("shown.ko");
        CommandLineRun run =
                CommandLineRun.of("convert", "--symbols=" + symvers, "-o", module.toString(), built.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void showsPatchRelocationsAndSizes() {
        CommandLineRun run = CommandLineRun.of("inspect", module.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replace(module.toString(), "shown.ko").replaceAll("[0-9,]+ bytes", "N bytes"))
                .isEqualTo("""
                        shown.ko
                          name               shown
                          license            GPL
                          vermagic           6.1.0-test SMP
                          depends            -
                          livepatch          Y
                          architecture       x86-64
                          file               N bytes
                          in memory          code N bytes, read-only N bytes, data N bytes
                          freed after start  N bytes
                          not loaded         N bytes
                          signature          none

                        patch at .data+0x10, replaces all others
                          states 0x10 version 2
                          object vmlinux
                            function   type_show  position 3  by new_show  .data+0xd8
                            pre_patch  new_show
                          object loop
                            function  type_show  position 3  by new_show  .data+0xd8

                        2 relocations for vmlinux
                          in  .text  1
                          in  .data  1
                          against  vmlinux.nr_threads,0  2

                        1 relocation for loop
                          in  .data  1
                          against  loop.max_part,0  1

                        1 symbol for the module loader
                          klp_enable_patch
                        """);
    }

    @Test
    void paintsOnATerminal() {
        CommandLineRun run = CommandLineRun.in(new Environment(Map.of(), true, true), "inspect", module.toString());
        assertThat(run.out()).contains("\u001b[");
        assertThat(run.out().replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(CommandLineRun.of("inspect", module.toString()).out());
    }

    @Test
    void showsItToProgramsToo() {
        CommandLineRun run = CommandLineRun.of("inspect", "--json", module.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("""
                  "patch": {
                    "section": ".data",
                    "offset": "0x10",
                    "replace": true,
                    "states": [
                      {
                        "id": "16",
                        "version": 2
                      }
                    ],
                    "objects": [
                      {
                        "name": "vmlinux",
                        "functions": [
                          {
                            "oldName": "type_show",
                            "sympos": 3,
                            "newFunction": "new_show"
                          }
                        ],
                        "callbacks": {
                          "pre_patch": "new_show"
                        }
                      },
                """);
    }

    @Test
    void namesTheSignature() throws IOException {
        byte[] bytes = Files.readAllBytes(module);
        byte[] signature = new byte[100 + 12];
        signature[102] = 2;
        signature[111] = 100;
        Path signed = folder.resolve("signed.ko");
        try (var out = Files.newOutputStream(signed)) {
            out.write(bytes);
            out.write(signature);
            out.write("~Module signature appended~\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        assertThat(CommandLineRun.of("inspect", signed.toString()).out())
                .contains("signature          PKCS#7, 100 bytes");
    }

    @Test
    void namesWhatIsNoModule() throws IOException {
        Path text = Files.writeString(folder.resolve("text.ko"), "not a module");
        CommandLineRun run = CommandLineRun.of("inspect", text.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).hasSize(1);
    }
}
