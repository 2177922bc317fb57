package dev.klp.livepatch.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.image.ElfReader;
import dev.klp.livepatch.KernelModule;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of entries that list relocations, as objtool's and kpatch's do, and make no sense. */
class ListedRelocationsTest {
    private static final String OBJTOOL = """
            .weak .klp.tombstone.a, ".klp.sym.vmlinux.a,0"
            .text
            here: call .klp.tombstone.a
            .section __klp_relocs.vmlinux, "a"
            """;

    private static final String KPATCH = """
            .text
            here: .quad 0, 0
            .section .kpatch.strings, "a"
            name: .asciz "a"
            vmlinux: .asciz "vmlinux"
            """;

    private static final String KPATCH_SYMBOL = """
            .section .kpatch.symbols, "a"
            a: .quad 0, 0
            .byte 0, 2
            .balign 8
            .quad name, vmlinux
            """;

    private static final String KPATCH_RELOCATION = """
            .section .kpatch.relocations, "a"
            .quad here
            .long 1, 0
            .quad 0, vmlinux, a
            """;

    @TempDir
    Path folder;

    private List<String> problems(String text) throws IOException {
        Path file = ObjectFile.assemble(folder, "in.o", text);
        return Annotations.read(KernelModule.of(ElfReader.read(ElfFile.read(file)))).problems().stream()
                .map(Object::toString)
                .toList();
    }

    private List<String> objtool(String text) throws IOException {
        return problems(OBJTOOL + text).stream()
                .filter(problem -> !problem.startsWith(".text"))
                .toList();
    }

    @Test
    void anEntryOfObjtoolHasTwoPointersAndItsWholeLength() throws IOException {
        assertThat(objtool(".quad here + 1, \".klp.sym.vmlinux.a,0\" - 4\n.long 4\n"))
                .containsExactly("__klp_relocs.vmlinux+0x0: an entry of 24 bytes does not fit here");
        assertThat(objtool(".quad 0, \".klp.sym.vmlinux.a,0\" - 4\n.long 4, 0\n"))
                .containsExactly("__klp_relocs.vmlinux+0x8: an entry of 24 bytes does not fit here");
        assertThat(objtool(".quad 0, \".klp.sym.vmlinux.a,0\" - 4\n.long 4, 0\n.zero 24\n"))
                .containsExactly(
                        "__klp_relocs.vmlinux+0x8: an entry has two pointers with a relocation each, at byte 0 and"
                                + " at byte 8");
        assertThat(objtool(".quad here + 1, 0\n.long 4, 0\n"))
                .containsExactly(
                        "__klp_relocs.vmlinux+0x0: an entry has two pointers with a relocation each, at byte 0 and"
                                + " at byte 8");
    }

    @Test
    void anEntryOfObjtoolWithoutRelocationsIsNoPadding() throws IOException {
        assertThat(objtool(".quad 0, 0\n.long 4, 0\n"))
                .containsExactly(
                        "__klp_relocs.vmlinux+0x10: a byte that is not zero belongs to no entry with a symbol");
        assertThat(objtool(".zero 24\n")).isEmpty();
    }

    @Test
    void anEntryOfObjtoolLeadsFromAPlaceToASymbol() throws IOException {
        assertThat(objtool(".quad \".klp.sym.vmlinux.a,0\", \".klp.sym.vmlinux.a,0\" - 4\n.long 4, 0\n"))
                .containsExactly("__klp_relocs.vmlinux+0x0: the entry does not point at a place in the module");
        assertThat(objtool(".quad here + 1, foreign\n.long 4, 0\n"))
                .containsExactly("__klp_relocs.vmlinux+0x8: the entry does not point at an undefined symbol"
                        + " .klp.sym.<object>.<name>,<position> but at 'foreign'");
        assertThat(objtool(".quad debug, \".klp.sym.vmlinux.a,0\"\n.long 4, 0\n.section .debug_x\ndebug: .quad 0\n"))
                .containsExactly("__klp_relocs.vmlinux+0x0: the entry points into .debug_x, which takes no memory");
    }

    @Test
    void thePlaceOfAnEntryOfObjtoolIsHeldByASuitableRelocation() throws IOException {
        String entry = ".quad here + %s, \".klp.sym.vmlinux.a,0\" - 4\n.long 4, 0\n";
        assertThat(objtool(entry.formatted("0x7fffffff")))
                .containsExactly(
                        "__klp_relocs.vmlinux+0x8: the entry is for .text+0x7fffffff, where no relocation instead of"
                                + " one stands");
        assertThat(objtool(entry.formatted("6") + ".text\ncall foreign\n"))
                .containsExactly(
                        "__klp_relocs.vmlinux+0x8: the entry is for .text+0x6, but the relocation there is against"
                                + " 'foreign', neither the entry's '.klp.sym.vmlinux.a,0' nor a tombstone");
        assertThat(objtool(entry.formatted("1") + entry.formatted("1")))
                .containsExactly("__klp_relocs.vmlinux+0x20: a second entry for .text+0x1");
    }

    @Test
    void noReferenceOfObjtoolsIsForgotten() throws IOException {
        assertThat(problems(OBJTOOL))
                .containsExactly(
                        ".text+0x1: refers to '.klp.tombstone.a', but no entry in __klp_relocs is for this place");
        assertThat(problems("call \".klp.sym.vmlinux.a,0\"\n"))
                .containsExactly(
                        ".text+0x1: refers to '.klp.sym.vmlinux.a,0', but no entry in __klp_relocs is for this place");
    }

    @Test
    void objtoolsSectionAndSymbolsHaveProperNames() throws IOException {
        assertThat(problems("call \".klp.sym.vmlinux.a\"\n.section __klp_relocs.a/b, \"a\"\n.quad 0\n"))
                .containsExactly(
                        "__klp_relocs.a/b+0x0: the object's name 'a/b' has a character other than letters, digits and"
                                + " '_'",
                        "symbol '.klp.sym.vmlinux.a': expected .klp.sym.<object>.<name>,<position>",
                        ".text+0x1: refers to '.klp.sym.vmlinux.a', but no entry in __klp_relocs is for this place");
        assertThat(problems("call foo\n.section __klp_relocs, \"a\", @nobits\n.zero 24\n"))
                .containsExactly("__klp_relocs+0x0: the section has no bytes, so it holds no annotations");
    }

    @Test
    void aWellFormedModuleOfKpatch() throws IOException {
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION)).isEmpty();
    }

    @Test
    void kpatchsArraysComeTogetherAndWhole() throws IOException {
        assertThat(problems(KPATCH + KPATCH_SYMBOL))
                .containsExactly(".kpatch.symbols+0x0: the module has no section .kpatch.relocations to go with it");
        assertThat(problems(KPATCH + ".section .kpatch.relocations, \"a\"\n.zero 40\n"))
                .containsExactly(".kpatch.relocations+0x0: the module has no section .kpatch.symbols to go with it");
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION + ".byte 0\n"))
                .containsExactly(".kpatch.relocations+0x28: the section ends within an entry; entries have 40 bytes");
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_SYMBOL.replace("a:", "b:") + KPATCH_RELOCATION))
                .containsExactly(
                        ".kpatch.relocations+0x0: 1 relocations but 2 symbols in .kpatch.symbols; each relocation"
                                + " has a symbol of its own");
    }

    @Test
    void kpatchsPointersLeadWhereTheyShould() throws IOException {
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION.replace("here", "0")))
                .containsExactly(".kpatch.relocations+0x0: the pointer has no relocation");
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION.replace("here", "foreign")))
                .containsExactly(
                        ".kpatch.relocations+0x0: the entry does not point at a place in the module but at 'foreign'");
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION.replace(" a\n", " a + 8\n")))
                .containsExactly(".kpatch.relocations+0x20: the pointer does not lead to an entry of .kpatch.symbols");
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION.replace("vmlinux", "here")))
                .containsExactly(".kpatch.relocations+0x18: the pointer does not lead into .kpatch.strings");
        assertThat(problems(KPATCH + KPATCH_SYMBOL.replace("name", "name + 99") + KPATCH_RELOCATION))
                .containsExactly(".kpatch.symbols+0x18: the pointer does not lead into .kpatch.strings");
        assertThat(problems(
                        KPATCH.replace("asciz \"vmlinux\"", "ascii \"vmlinux\"") + KPATCH_SYMBOL + KPATCH_RELOCATION))
                .containsExactly(".kpatch.strings+0x2: the string has no end");
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION.replace(".quad here", ".long here, 0")))
                .containsExactly(
                        ".kpatch.relocations+0x0: the pointer's relocation is not the plain address of something");
    }

    @Test
    void kpatchsNumbersAndNamesAreThoseOfSymbols() throws IOException {
        assertThat(problems(KPATCH + KPATCH_SYMBOL.replace(".byte 0, 2", ".byte 9, 99") + KPATCH_RELOCATION))
                .containsExactly(".kpatch.symbols+0x10: binding 9 and type 99 are those of no symbol");
        assertThat(problems(KPATCH + KPATCH_SYMBOL.replace("0, 0", "0, 0x0102030405060708") + KPATCH_RELOCATION))
                .containsExactly(".kpatch.symbols+0x0: the position 72623859790382856 is not within 0 and 4294967295");
        assertThat(problems(KPATCH.replace("\"a\"\nvm", "\"a,b\"\nvm") + KPATCH_SYMBOL + KPATCH_RELOCATION))
                .containsExactly(".kpatch.symbols+0x0: the symbol's name 'a,b' has a comma, which ends a name there");
        assertThat(problems(KPATCH.replace("\"vmlinux\"", "\"vm linux\"") + KPATCH_SYMBOL + KPATCH_RELOCATION))
                .containsExactly(".kpatch.symbols+0x0: the object's name 'vm linux' has a character other than letters,"
                        + " digits and '_'");
    }

    @Test
    void thePlaceOfAnEntryOfKpatchIsFree() throws IOException {
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION + ".text\n.reloc here, R_X86_64_64, foreign\n"))
                .containsExactly(
                        ".kpatch.relocations+0x0: the entry is for .text+0x0, where a relocation against 'foreign'"
                                + " stands already");
        assertThat(problems(KPATCH
                        + KPATCH_SYMBOL
                        + KPATCH_SYMBOL.replace("a:", "b:")
                        + KPATCH_RELOCATION
                        + KPATCH_RELOCATION.replace(" a\n", " b\n")))
                .containsExactly(".kpatch.relocations+0x28: a second entry for .text+0x0");
        assertThat(problems(KPATCH + KPATCH_SYMBOL + KPATCH_RELOCATION.replace("here", "debug")
                        + ".section .debug_x\ndebug: .quad 0\n"))
                .containsExactly(".kpatch.relocations+0x0: the entry points into .debug_x, which takes no memory");
    }

    @Test
    void kpatchsArchitectureTablesAreNamed() throws IOException {
        String entry = ".section .kpatch.arch, \"a\"\n.quad %s, vmlinux\n";
        assertThat(problems(KPATCH + entry.formatted("here")))
                .containsExactly(".kpatch.arch+0x0: the entry does not point at .altinstructions or .parainstructions");
        assertThat(problems(KPATCH + entry.formatted("table") + ".section .altinstructions, \"a\"\ntable: .zero 12\n"))
                .isEmpty();
    }
}
