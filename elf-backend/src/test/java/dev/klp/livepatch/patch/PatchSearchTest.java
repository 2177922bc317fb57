package dev.klp.livepatch.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.image.ElfReader;
import dev.klp.livepatch.KernelModule;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Patches out of the data of small modules, laid out as a compiler lays them out. */
class PatchSearchTest {
    private static final String CODE = """
            .text
            .globl one, two
            .type one, @function
            one: nop
            .type two, @function
            two: nop
            .section .rodata.str1.1, "aMS", @progbits, 1
            .Lfirst: .string "first_old"
            .Lsecond: .string "second_old"
            .Lmodule: .string "loop"
            .section .gnu.linkonce.this_module, "aw"
            .globl __this_module
            __this_module: .zero 64
            """;

    /** A patch whose arrays have entries of the sizes given, and an unrelated structure with an owner. */
    private static String data(int objectBytes, int functionBytes, int emptyEntries) {
        return CODE + """
                .data
                .quad __this_module, one
                .type patch, @object
                patch: .quad __this_module, objects, states
                .byte 1
                .zero 167
                .size patch, . - patch
                .macro FUNCTION old new position
                .quad \\old, \\new, \\position
                .zero %2$d - 24
                .endm
                .type functions, @object
                functions:
                FUNCTION .Lfirst, one, 0
                FUNCTION .Lsecond, two, 7
                .rept %3$d
                FUNCTION 0, 0, 0
                .endr
                .size functions, . - functions
                .type more, @object
                more:
                FUNCTION .Lsecond, two, 1
                .rept %3$d
                FUNCTION 0, 0, 0
                .endr
                .size more, . - more
                .type objects, @object
                objects:
                .quad 0, functions
                .zero %1$d - 16
                .quad .Lmodule, more, one, 0, 0, two
                .zero %1$d - 48
                .rept %3$d
                .zero %1$d
                .endr
                .size objects, . - objects
                states:
                .quad 5
                .long 3, 0
                .quad 0
                .quad 0
                .long 0, 0
                .quad 0
                """.formatted(objectBytes, functionBytes, emptyEntries);
    }

    @TempDir
    Path folder;

    private PatchSearch search(String text) throws IOException {
        ElfFile file = ElfFile.read(ObjectFile.assemble(folder, "in.ko", text));
        return PatchSearch.in(KernelModule.of(ElfReader.read(file)));
    }

    private Patch found(String text) throws IOException {
        assertThat(search(text)).isInstanceOf(PatchSearch.Found.class);
        return ((PatchSearch.Found) search(text)).patch();
    }

    @Test
    void readsObjectsFunctionsPositionsCallbacksAndStates() throws IOException {
        Patch patch = found(data(168, 152, 1));
        assertThat(patch.place()).hasToString(".data+0x10");
        assertThat(patch.replace()).isTrue();
        assertThat(patch.states()).containsExactly(new PatchState(5, 3));
        assertThat(patch.objects()).extracting(PatchedObject::displayName).containsExactly("vmlinux", "loop");
        PatchedObject kernel = patch.objects().get(0);
        assertThat(kernel.name()).isNull();
        assertThat(kernel.callbacks()).isEmpty();
        assertThat(kernel.functions())
                .extracting(f -> f.oldName() + " " + f.newFunction() + " " + f.position())
                .containsExactly("first_old one 0", "second_old two 7");
        PatchedObject loop = patch.objects().get(1);
        assertThat(loop.callbacks())
                .containsExactly(new PatchCallback("pre_patch", "one"), new PatchCallback("post_unpatch", "two"));
        assertThat(loop.functions()).hasSize(1);
    }

    @Test
    void infersTheSizeOfEntriesThatAnotherKernelHas() throws IOException {
        for (int objectBytes : new int[] {96, 128, 168, 200}) {
            for (int functionBytes : new int[] {88, 104, 152, 176}) {
                assertThat(found(data(objectBytes, functionBytes, 1)).objects())
                        .extracting(object ->
                                object.displayName() + object.functions().size())
                        .containsExactly("vmlinux2", "loop1");
            }
        }
    }

    @Test
    void noticesArraysWithoutAnEnd() throws IOException {
        PatchSearch search = search(data(168, 152, 0));
        assertThat(search).isInstanceOf(PatchSearch.Found.class);
        PatchSearch.Found found = (PatchSearch.Found) search;
        assertThat(found.terminated()).isFalse();
        assertThat(found.patch().objects())
                .extracting(PatchedObject::terminated)
                .containsExactly(false, false);
    }

    @Test
    void aStructureWithAnOwnerIsNoPatch() throws IOException {
        assertThat(search(CODE + ".data\n.quad __this_module, one\n.quad __this_module, 0\n"))
                .isEqualTo(
                        new PatchSearch.Unknown("the module's data has no struct klp_patch with an array of objects"));
    }

    @Test
    void severalPatchesAreNotGuessedAbout() throws IOException {
        PatchSearch search = search(data(168, 152, 1) + ".quad __this_module, objects\n.zero 184\n");
        assertThat(search)
                .isEqualTo(new PatchSearch.Unknown(
                        "the module's data has 2 of struct klp_patch, at .data+0x10 and .data+0x5f0"));
    }

    @Test
    @Timeout(20)
    void overlappingArraysAreGivenUp() throws IOException {
        PatchSearch search = search(CODE + """
                .data
                array:
                .rept 20000
                .quad __this_module, array
                .endr
                """);
        assertThat(search).isInstanceOf(PatchSearch.Unknown.class);
    }
}
