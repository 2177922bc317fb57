package dev.klp.untrusted;

import dev.klp.elf.ElfFormats;
import dev.klp.elf.HandMade;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Relocatable files: made by hand in all formats, and by the assembler. */
final class ElfSeeds {
    private static final String MODULE = """
            .section .modinfo, "a"
            .asciz "name=made"
            .asciz "depends=zsmalloc"
            .asciz "vermagic=6.1.0 SMP"
            .section __versions, "a"
            .quad 1
            .asciz "_printk"
            .zero 48
            .text
            .globl made
            .type made, @function
            made:
            1: call __fentry__
            call _printk
            ret
            .size made, . - made
            .section .init.text, "ax"
            .type made_init, @function
            made_init: call made
            .section __mcount_loc, "a"
            .quad 1b
            .section __ksymtab_strings, "aMS", @progbits, 1
            __kstrtab_made: .asciz "made"
            __kstrtabns_made: .asciz ""
            .section ___ksymtab+made, "a"
            __ksymtab_made:
            .long made - ., __kstrtab_made - ., __kstrtabns_made - .
            .section .gnu.linkonce.this_module, "aw"
            .zero 64
            """;
    private static final String NAMED = """
            .section .modinfo, "a"
            .asciz "livepatch=Y"
            .asciz "name=patch"
            .text
            .type f, @function
            f: call .klp.sym.vmlinux.do_something,1
            lea .klp.sym.zsmalloc.zs_pool,0(%rip), %rax
            call _printk
            ret
            """;
    private static final String LISTED = """
            .section .modinfo, "a"
            .asciz "livepatch=Y"
            .asciz "name=patch"
            .section .klp.module_relocs.vmlinux, "aw"
            .quad hidden
            .long 2
            .section .klp.module_relocs.zsmalloc, "aw"
            .quad zs_hidden
            .long 0
            .text
            .type f, @function
            f: call hidden
            call zs_hidden
            ret
            .data
            .quad hidden + 4
            """;

    private ElfSeeds() {}

    static List<byte[]> objects() throws IOException {
        List<byte[]> all =
                new ArrayList<>(ElfFormats.ALL.stream().map(HandMade::file).toList());
        all.addAll(modules());
        return all;
    }

    static List<byte[]> modules() throws IOException {
        Path folder = Files.createTempDirectory("seeds");
        try {
            List<byte[]> all = new ArrayList<>();
            for (String text : List.of(MODULE, NAMED.replaceAll("(\\.klp\\.sym[^ (]*,\\d)", "\"$1\""), LISTED)) {
                all.add(Files.readAllBytes(ObjectFile.assemble(folder, "seed", text)));
            }
            return all;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
