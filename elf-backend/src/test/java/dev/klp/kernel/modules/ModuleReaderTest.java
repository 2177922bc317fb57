package dev.klp.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleReaderTest {
    private static final String MODULE = """
            .section .modinfo, "a"
            .asciz "name=twin_module"
            .asciz "depends=zsmalloc,i2c-core"
            .asciz "vermagic=6.1.0-test SMP preempt mod_unload "
            .asciz "livepatch=Y"
            .section .text, "ax"
            .type traced, @function
            .globl traced
            traced: endbr64
            call __fentry__
            ret
            .type twin, @function
            twin: ret
            .type padded, @function
            padded: .skip 8
            ret
            .type f.cold, @function
            f.cold: ret
            .section .init.text, "ax"
            .type start, @function
            start: ret
            .section .exit.text, "ax"
            .type stop, @function
            stop: ret
            .section .noinstr.text, "ax"
            .type quiet, @function
            quiet: ret
            .section .data, "aw"
            .type counter, @object
            counter: .quad 1
            .size counter, 8
            .weak weak_data
            .type weak_data, @object
            weak_data: .quad 2
            .section .bss, "aw", @nobits
            zeroes: .skip 8
            .section .rodata, "a"
            constant: .quad 3
            .section __mcount_loc, "a"
            .quad .text + 4
            .quad .text + 4 + 6 + 1 + 8
            .section __ksymtab_strings, "aMS", @progbits, 1
            __kstrtabns_traced: .asciz "MINE"
            .section __ksymtab_gpl, "a"
            __ksymtab_traced: .long 0, 0, 0
            .section __kcrctab_gpl, "a"
            __crc_traced: .long 0x89abcdef
            .set absolute, 0x1234
            """;

    @TempDir
    private Path folder;

    private KernelModule read(String text) throws IOException {
        Path object = ObjectFile.assemble(folder, "module", text);
        return ModuleReader.read("twin-module.ko", ByteBuffer.wrap(Files.readAllBytes(object)));
    }

    private static ModuleSymbol symbol(KernelModule module, String name) {
        return module.symbols().stream()
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsWhatTheModuleSaysOfItself() throws IOException {
        KernelModule module = read(MODULE);

        assertThat(module.name()).isEqualTo("twin_module");
        assertThat(module.dependencies()).containsExactly("zsmalloc", "i2c_core");
        assertThat(module.release()).isEqualTo("6.1.0-test");
        assertThat(module.livepatch()).isTrue();
    }

    @Test
    void takesTheNameOfTheFileWhereModinfoHasNone() throws IOException {
        KernelModule module = read(".section .modinfo, \"a\"\n.asciz \"license=GPL\"\n");

        assertThat(module.name()).isEqualTo("twin_module");
        assertThat(module.dependencies()).isEmpty();
        assertThat(module.release()).isNull();
        assertThat(module.livepatch()).isFalse();
    }

    @Test
    void leavesOutTypesThatStandOnABaseOfTheirOwn() throws IOException {
        String types = ".section .modinfo, \"a\"\n.asciz \"name=m\"\n.section .BTF, \"\"\n.long 0xeb9f\n";

        assertThat(read(types).btf()).isNotNull();
        assertThat(read(types + ".section .BTF.base, \"\"\n.long 0xeb9f\n").btf())
                .isNull();
    }

    @Test
    void tellsWhichFunctionsCanBeReplacedAndWhyOthersCannot() throws IOException {
        KernelModule module = read(MODULE);

        // The record of "traced" is behind its endbr64; that of "padded" is too far from its start.
        assertThat(symbol(module, "traced").traceability()).isEqualTo(Traceability.TRACEABLE);
        assertThat(symbol(module, "twin").traceability()).isEqualTo(Traceability.NOTRACE);
        assertThat(symbol(module, "padded").traceability()).isEqualTo(Traceability.NOTRACE);
        assertThat(symbol(module, "f.cold").traceability()).isEqualTo(Traceability.COLD);
        assertThat(symbol(module, "start").traceability()).isEqualTo(Traceability.INIT);
        assertThat(symbol(module, "stop").traceability()).isEqualTo(Traceability.EXIT);
        assertThat(symbol(module, "quiet").traceability()).isEqualTo(Traceability.NOINSTR);
        assertThat(symbol(module, "counter").traceability()).isEqualTo(Traceability.NOT_A_FUNCTION);
    }

    @Test
    void describesSymbolsAsTheRunningKernelWould() throws IOException {
        KernelModule module = read(MODULE);

        assertThat(symbol(module, "traced"))
                .extracting(ModuleSymbol::type, ModuleSymbol::kind, ModuleSymbol::global, ModuleSymbol::init)
                .containsExactly('t', SymbolKind.FUNCTION, true, false);
        assertThat(symbol(module, "start").init()).isTrue();
        assertThat(symbol(module, "counter"))
                .extracting(ModuleSymbol::type, ModuleSymbol::kind, ModuleSymbol::sizeBytes, ModuleSymbol::global)
                .containsExactly('d', SymbolKind.DATA, 8L, false);
        assertThat(symbol(module, "weak_data"))
                .extracting(ModuleSymbol::type, ModuleSymbol::weak)
                .containsExactly('v', true);
        assertThat(symbol(module, "zeroes").type()).isEqualTo('b');
        assertThat(symbol(module, "constant").type()).isEqualTo('r');
        assertThat(symbol(module, "absolute"))
                .extracting(ModuleSymbol::type, ModuleSymbol::kind, ModuleSymbol::section, ModuleSymbol::init)
                .containsExactly('a', SymbolKind.OTHER, 0, true);
        assertThat(module.symbols()).extracting(ModuleSymbol::name).doesNotContain("__fentry__");
    }

    @Test
    void readsExports() throws IOException {
        assertThat(read(MODULE).exports()).containsExactly(new ModuleExport("traced", true, "MINE", 0x89abcdefL));
    }

    @Test
    void keepsTheOrderOfTheSymbolTable() throws IOException {
        List<String> names =
                read(MODULE).symbols().stream().map(ModuleSymbol::name).toList();

        // Locals come first: gABI 4, "Symbol Table".
        assertThat(names.indexOf("twin")).isLessThan(names.indexOf("traced"));
    }

    @Test
    void refusesAnObjectFileThatIsNoModule() {
        assertThatThrownBy(() -> read(".text\nret\n"))
                .isInstanceOf(ElfFormatException.class)
                .hasMessageContaining("there is no section .modinfo");
    }

    @Test
    void refusesAnEndlessName() {
        assertThatThrownBy(() -> read(MODULE + ".text\n" + "n".repeat(600) + ": ret\n"))
                .isInstanceOf(ElfFormatException.class)
                .hasMessageContaining("does not end within 511 bytes");
    }

    @Test
    void survivesAFileThatIsCutShortAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(ObjectFile.assemble(folder, "module", MODULE));
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            try {
                ModuleReader.read("cut.ko", ByteBuffer.wrap(Arrays.copyOf(whole, length)));
            } catch (ElfFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void survivesAnyByteBeingAnother() throws IOException {
        byte[] whole = Files.readAllBytes(ObjectFile.assemble(folder, "module", MODULE));
        int read = 0;
        for (int at = 0; at < whole.length; at++) {
            for (int value : new int[] {0, 0x7F, 0xFF}) {
                byte[] changed = whole.clone();
                changed[at] = (byte) value;
                try {
                    ModuleReader.read("changed.ko", ByteBuffer.wrap(changed));
                    read++;
                } catch (ElfFormatException e) {
                    assertThat(e).hasMessageStartingWith("changed.ko: ");
                }
            }
        }
        assertThat(read).isPositive();
    }
}
