package dev.klp.livepatch.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {
    @TempDir
    Path folder;

    private Annotations read(String text) throws IOException {
        Path file = ObjectFile.assemble(folder, "in.o", text);
        return Annotations.read(KernelModule.of(ElfReader.read(ElfFile.read(file))));
    }

    private List<String> problems(String text) throws IOException {
        return read(text).problems().stream().map(Object::toString).toList();
    }

    private static String section(String object, String body) {
        return ".section .klp.module_relocs." + object + ", \"aw\"\n" + body;
    }

    @Test
    void bothDialectsEndInOneList() throws IOException {
        Annotations annotations = read("""
                .text
                call one
                call ".klp.sym.rela.zram.zsmalloc.two,0"
                """ + section("i2c-dev", ".quad one\n.long 7\n"));
        assertThat(annotations.problems()).isEmpty();
        assertThat(annotations.relocations())
                .extracting(relocation -> relocation.gatingObject().text() + " " + relocation.target() + " "
                        + relocation.relocation().offset() + " "
                        + relocation.meaning().livepatchName())
                .containsExactly("i2c_dev .text 1 .klp.sym.i2c_dev.one,7", "zram .text 6 .klp.sym.zsmalloc.two,0");
        assertThat(annotations.leftovers()).extracting(Section::name).containsExactly(".klp.module_relocs.i2c-dev");
        assertThat(annotations.isEmpty()).isFalse();
    }

    @Test
    void aModuleWithoutAnnotations() throws IOException {
        assertThat(read("call foo\n").isEmpty()).isTrue();
    }

    @Test
    void theSameAnnotationTwiceIsOne() throws IOException {
        assertThat(read(section("vmlinux", ".quad a\n.long 1\n.quad a\n.long 1\n"))
                        .symbols())
                .hasSize(1);
    }

    @Test
    void oneNameCannotStandForTwoSymbols() throws IOException {
        assertThat(problems(section("vmlinux", ".quad a\n.long 1\n.quad a\n.long 2\n")
                        + section("loop", ".quad a\n.long 1\n")))
                .containsExactly(
                        ".klp.module_relocs.vmlinux+0xc: 'a' is annotated twice, as .klp.sym.vmlinux.a,1 and as"
                                + " .klp.sym.vmlinux.a,2; one C name can stand for one of them only",
                        ".klp.module_relocs.loop+0x0: 'a' is annotated twice, as .klp.sym.vmlinux.a,1 and as"
                                + " .klp.sym.loop.a,1; one C name can stand for one of them only");
    }

    @Test
    void anEntryNamesASymbolOfTheKernelPlainly() throws IOException {
        assertThat(problems(section("vmlinux", """
                        .quad own
                        .long 0
                        .quad other + 8
                        .long 0
                        .long other
                        .quad 0
                        .globl own
                        own:
                        """)))
                .containsExactly(
                        ".klp.module_relocs.vmlinux+0x0: 'own' is defined in the module itself; an annotation names a symbol of"
                                + " the kernel",
                        ".klp.module_relocs.vmlinux+0xc: the entry is not the plain address of a symbol but R_X86_64_64 against"
                                + " 'other' plus 8",
                        ".klp.module_relocs.vmlinux+0x18: the entry is not the plain address of a symbol but R_X86_64_32 against"
                                + " 'other' plus 0");
    }

    @Test
    void everyByteBelongsToAnEntryOrIsZero() throws IOException {
        assertThat(problems(section("vmlinux", ".zero 16\n.quad a\n.long 1\n.zero 3\n")))
                .isEmpty();
        assertThat(problems(section("vmlinux", ".quad 0\n.long 1\n.quad a\n.long 1\n")))
                .containsExactly(
                        ".klp.module_relocs.vmlinux+0x8: a byte that is not zero belongs to no entry with a symbol");
        assertThat(problems(section("vmlinux", ".quad a\n.long 1\n.byte 9\n")))
                .containsExactly(
                        ".klp.module_relocs.vmlinux+0xc: a byte that is not zero belongs to no entry with a symbol");
    }

    @Test
    void entriesFitIntoTheSectionAndDoNotOverlap() throws IOException {
        assertThat(problems(section("vmlinux", ".quad a\n.short 0\n")))
                .containsExactly(".klp.module_relocs.vmlinux+0x0: an entry of 12 bytes does not fit here");
        assertThat(problems(section("vmlinux", ".quad a\n.quad b\n.zero 8\n")))
                .containsExactly(".klp.module_relocs.vmlinux+0x8: an entry of 12 bytes does not fit here");
    }

    @Test
    void theSectionNamesAnObjectAndHasBytes() throws IOException {
        assertThat(problems(section("net/bluetooth", ".quad a\n.long 0\n")))
                .containsExactly(
                        ".klp.module_relocs.net/bluetooth+0x0: the object's name 'net/bluetooth' has a character"
                                + " other than letters, digits and '_'");
        assertThat(problems("call foo\n.section .klp.module_relocs.vmlinux, \"aw\", @nobits\n.zero 12\n"))
                .containsExactly(
                        ".klp.module_relocs.vmlinux+0x0: the section has no bytes, so it holds no annotations");
    }

    @Test
    void anArrayWithoutEntriesIsDropped() throws IOException {
        Annotations annotations = read("call foo\n" + section("vmlinux", ".zero 24\n"));
        assertThat(annotations.problems()).isEmpty();
        assertThat(annotations.symbols()).isEmpty();
        assertThat(annotations.leftovers()).hasSize(1);
    }

    @Test
    void anAnnotatedNameIsUndefinedAndWellFormed() throws IOException {
        assertThat(problems("""
                        .globl ".klp.sym.rela.vmlinux.vmlinux.mine,0"
                        ".klp.sym.rela.vmlinux.vmlinux.mine,0":
                        call ".klp.sym.rela.vmlinux.nr_threads,0"
                        """))
                .containsExactlyInAnyOrder(
                        "symbol '.klp.sym.rela.vmlinux.vmlinux.mine,0' is defined in the module itself; an annotation names a"
                                + " symbol of the kernel",
                        "symbol '.klp.sym.rela.vmlinux.nr_threads,0': expected .klp.sym.rela.<gating object>.<defining"
                                + " object>.<name>,<position>");
    }
}
