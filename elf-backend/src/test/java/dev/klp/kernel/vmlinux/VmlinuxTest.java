package dev.klp.kernel.vmlinux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.Machine;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Limit;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.image.TestKernels;
import dev.klp.kernel.kallsyms.TableWriter.Layout;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class VmlinuxTest {
    private static final ElfFormat LITTLE = new ElfFormat(true, ByteOrder.LITTLE_ENDIAN);
    private static final ElfFormat BIG = new ElfFormat(true, ByteOrder.BIG_ENDIAN);
    private static final long X86_BASE = 0xffff_ffff_8100_0000L;
    private static final long ARM64_BASE = 0xffff_8000_8000_0000L;
    private static final long S390_BASE = 0x10_0000;

    @Test
    void readsEverythingOfAnElfKernel() throws IOException {
        byte[] content = new MadeKernel(LITTLE, X86_BASE, X86_BASE)
                .withRecords(4)
                .withExportsAndFlags()
                .withTypes(true)
                .build(Layout.OFFSETS_LAST);
        Vmlinux vmlinux = Vmlinux.of(TestKernels.elfImage(LITTLE, Machine.EM_X86_64, X86_BASE, content));

        assertThat(vmlinux.release()).isEqualTo("9.9.9-made");
        assertThat(vmlinux.banner()).isEqualTo(MadeKernel.BANNER);
        assertThat(vmlinux.config()).isEmpty();
        assertThat(vmlinux.range(KernelRange.NOINSTR_TEXT)).isEmpty();
        assertThat(vmlinux.range(KernelRange.INIT))
                .contains(new AddressRange(
                        X86_BASE + MadeKernel.TEXT + MadeKernel.FIRST_INIT * MadeKernel.FUNCTION_BYTES,
                        X86_BASE + MadeKernel.TEXT + MadeKernel.FUNCTIONS * MadeKernel.FUNCTION_BYTES));
        assertExports(vmlinux);
        assertThat(vmlinux.btf().orElseThrow().limit()).isEqualTo(45);

        BitSet traceable = vmlinux.ftraceRecords().orElseThrow().traceable(vmlinux.symbols());
        assertThat(traceable.stream().filter(i -> vmlinux.symbols().name(i).startsWith("function_")))
                .hasSize(MadeKernel.FUNCTIONS - 1);
        assertThat(traceable.get(MadeKernel.WITHOUT_RECORD)).isFalse();
    }

    @Test
    void movesArm64RecordsThatAreBeforeTheirFunctions() throws IOException {
        byte[] content = new MadeKernel(LITTLE, 0, ARM64_BASE)
                .withRecords(-8)
                .withBytes(56, (byte) 'A', (byte) 'R', (byte) 'M', (byte) 0x64)
                .build(Layout.PLACE_RELATIVE);
        Vmlinux vmlinux = Vmlinux.of(KernelImage.read("Image", content, Limit.DEFAULT));

        assertThat(vmlinux.image().layers()).containsExactly("arm64 Image");
        FtraceRecords records = vmlinux.ftraceRecords().orElseThrow();
        assertThat(records.size()).isEqualTo(MadeKernel.FUNCTIONS);
        assertThat(records.location(0)).isEqualTo(MadeKernel.TEXT);
        assertThat(records.traceable(vmlinux.symbols()).cardinality()).isGreaterThanOrEqualTo(MadeKernel.FUNCTIONS);
    }

    @Test
    void findsTheBaseForWhichAnImageWithoutHeadersWasLinked() throws IOException {
        byte[] content = new MadeKernel(BIG, 0, S390_BASE)
                .withRecords(0)
                .withExportsAndFlags()
                .withTypes(false)
                .build(Layout.PLACE_RELATIVE);
        Vmlinux vmlinux = Vmlinux.of(KernelImage.read("bzImage", content, Limit.DEFAULT));

        assertThat(vmlinux.symbols().format()).isEqualTo(BIG);
        assertExports(vmlinux);
        assertThat(vmlinux.ftraceRecords().orElseThrow().location(0)).isEqualTo(MadeKernel.TEXT);
        assertThat(vmlinux.btf().orElseThrow().limit()).isEqualTo(45);
    }

    @Test
    void saysThatAnImageDoesNotTell() throws IOException {
        byte[] content = new MadeKernel(LITTLE, X86_BASE, X86_BASE).build(Layout.OFFSETS_FIRST);
        Vmlinux vmlinux = Vmlinux.of(TestKernels.elfImage(LITTLE, Machine.EM_X86_64, X86_BASE, content));

        assertThat(vmlinux.ftraceRecords()).isEmpty();
        assertThat(vmlinux.exports()).isEmpty();
        assertThat(vmlinux.btf()).isEmpty();
    }

    @Test
    void refusesAnImageThatDoesNotSayItsRelease() {
        assertThatThrownBy(() -> Vmlinux.of(TestKernels.elfImage(LITTLE, Machine.EM_X86_64, X86_BASE, new byte[100])))
                .isInstanceOf(KernelFormatException.class)
                .hasMessage("vmlinux: no text 'Linux version RELEASE' in the kernel");
    }

    private static void assertExports(Vmlinux vmlinux) throws IOException {
        assertThat(vmlinux.exports())
                .containsExactly(
                        new KernelExport("function_0", false, ""), new KernelExport("function_3", true, "NAMESPACE"));
    }
}
