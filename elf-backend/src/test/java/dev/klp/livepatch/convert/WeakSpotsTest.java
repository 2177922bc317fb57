package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Input at which other tools fail, corrupt the module, or take minutes. */
class WeakSpotsTest {
    @TempDir
    Path folder;

    private Path convert(String text) throws IOException {
        Path symvers = Files.writeString(folder.resolve("Module.symvers"), "0x1\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n");
        Path input = ObjectFile.assembleModule(folder, "in.ko", text);
        Path output = folder.resolve("out.ko");
        CommandLineRun run = CommandLineRun.of(
                "convert", "--symbols", symvers.toString(), "-o", output.toString(), input.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return output;
    }

    @Test
    void positionsMayHaveAsManyDigitsAsTheyNeed() throws IOException {
        assertThat(LivepatchTable.of(convert("""
                        .data
                        .quad ".klp.sym.rela.vmlinux.vmlinux.__func__.0,1000"
                        .quad ".klp.sym.rela.vmlinux.vmlinux.__func__.0,10000"
                        .section .klp.module_relocs.vmlinux, "aw"
                        .quad __key
                        .long 123456
                        .data
                        .quad __key
                        """)))
                .containsExactly(
                        "vmlinux .data 0x0 R_X86_64_64 .klp.sym.vmlinux.__func__.0,1000 0",
                        "vmlinux .data 0x8 R_X86_64_64 .klp.sym.vmlinux.__func__.0,10000 0",
                        "vmlinux .data 0x10 R_X86_64_64 .klp.sym.vmlinux.__key,123456 0");
    }

    @Test
    void longNamesKeepTheirPosition() throws IOException {
        String name = "n".repeat(511);
        assertThat(LivepatchTable.of(convert(".data\n.quad \".klp.sym.rela.vmlinux.vmlinux." + name + ",7\"\n")))
                .containsExactly("vmlinux .data 0x0 R_X86_64_64 .klp.sym.vmlinux." + name + ",7 0");
    }

    @Test
    void objectsAreCalledAsTheKernelCallsThem() throws IOException {
        assertThat(LivepatchTable.of(convert("""
                        .section .klp.module_relocs.kvm-intel, "aw"
                        .quad enable_vpid
                        .long 0
                        .data
                        .quad enable_vpid
                        """)))
                .containsExactly("kvm_intel .data 0x0 R_X86_64_64 .klp.sym.kvm_intel.enable_vpid,0 0");
    }

    /** klp-convert takes a minute and a half for such a module. */
    @Test
    @Timeout(60)
    void fiftyThousandRelocationsAgainstFiveThousandSymbols() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(".section .klp.module_relocs.vmlinux, \"aw\"\n.quad s")
                    .append(i)
                    .append("\n.long 0\n.data\n");
            text.append(".quad s")
                    .append(i)
                    .append("\n".concat(".quad s" + i + "\n").repeat(9));
        }
        assertThat(LivepatchTable.of(convert(text.toString()))).hasSize(50_000);
    }
}
