package dev.klp.untrusted;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormats;
import dev.klp.elf.Machine;
import dev.klp.kernel.image.TestKernels;
import dev.klp.kernel.kallsyms.TableWriter;
import dev.klp.kernel.kallsyms.TableWriter.Layout;
import dev.klp.kernel.kallsyms.TestSymbol;
import dev.klp.kernel.vmlinux.MadeKernel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Kernels of a few kB. */
final class KernelSeeds {
    private static final long BASE = 0xffff_ffff_8100_0000L;
    private static final long BASE32 = 0xc100_0000L;
    private static final long ARM64_BASE = 0xffff_8000_8000_0000L;
    private static final ElfFormat LITTLE = new ElfFormat(true, ByteOrder.LITTLE_ENDIAN);
    private static final ElfFormat BIG = new ElfFormat(true, ByteOrder.BIG_ENDIAN);

    private KernelSeeds() {}

    static List<byte[]> wrappedImages() throws IOException {
        byte[] elf = TestKernels.elf(LITTLE, Machine.EM_X86_64, BASE, new byte[200]);
        byte[] arm64 = new byte[200];
        System.arraycopy(new byte[] {'A', 'R', 'M', 0x64}, 0, arm64, 56, 4);
        List<byte[]> all = new ArrayList<>(List.of(elf, arm64, TestKernels.flat(new byte[200])));
        // Two forms do: the others only cost time, and COMPRESSED reads them all.
        for (byte[] packed : CompressedSeeds.cheap(elf)) {
            all.add(packed);
            all.add(x86(packed));
            all.add(zboot(packed));
        }
        return all;
    }

    /** The fields of the x86 boot protocol that lead to the payload. */
    private static byte[] x86(byte[] payload) {
        ByteBuffer file = ByteBuffer.allocate(1024 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0x1f1, (byte) 1).putShort(0x1fe, (short) 0xaa55);
        file.putInt(0x202, 0x53726448).putShort(0x206, (short) 0x020f);
        file.putInt(0x24c, payload.length);
        return file.put(1024, payload).array();
    }

    /** The header of an image with {@code CONFIG_EFI_ZBOOT}. */
    private static byte[] zboot(byte[] payload) {
        ByteBuffer file = ByteBuffer.allocate(64 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'M', 'Z', 0, 0, 'z', 'i', 'm', 'g'}).putInt(64).putInt(payload.length);
        return file.put(64, payload).array();
    }

    static List<byte[]> symbolTables() {
        List<byte[]> all = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            for (ElfFormat format : ElfFormats.ALL) {
                if (format.is64() || layout != Layout.OFFSETS_FIRST_PERCPU && layout != Layout.OFFSETS_LAST_PERCPU) {
                    all.add(symbolTable(format, layout));
                }
            }
        }
        return all;
    }

    private static byte[] symbolTable(ElfFormat format, Layout layout) {
        long base = format.is64() ? BASE : BASE32;
        List<TestSymbol> symbols = TestSymbol.random(new Random(1), 40, base, 60);
        byte[] content = new byte[64 << 10];
        TableWriter.Options options = new TableWriter.Options(true, false, true);
        int end = new TableWriter(format, layout, options, symbols, base).write(content, 64);
        return TestKernels.elf(format, Machine.EM_X86_64, base, Arrays.copyOf(content, end + 64));
    }

    static List<byte[]> kernels() {
        return List.of(
                TestKernels.elf(
                        LITTLE,
                        Machine.EM_X86_64,
                        BASE,
                        everything(new MadeKernel(LITTLE, BASE, BASE), Layout.OFFSETS_LAST)),
                everything(new MadeKernel(BIG, 0, 0x10_0000), Layout.PLACE_RELATIVE),
                new MadeKernel(LITTLE, 0, ARM64_BASE)
                        .withRecords(-8)
                        .withBytes(56, (byte) 'A', (byte) 'R', (byte) 'M', (byte) 0x64)
                        .build(Layout.PLACE_RELATIVE));
    }

    private static byte[] everything(MadeKernel kernel, Layout layout) {
        return kernel.withRecords(4).withExportsAndFlags().withTypes(true).build(layout);
    }
}
