package dev.klp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.Step;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import dev.klp.examples.i2cname.I2cNamePatchLivepatch;
import dev.klp.examples.irqtype.IrqTypePatchLivepatch;
import dev.klp.examples.meminfo.MeminfoPatchLivepatch;
import dev.klp.examples.zramdebug.ZramDebugPatchLivepatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** All patches of this folder in Debian 12's own kernel. */
class ExamplesIT extends ExamplesOnKernel {
    private static final Livepatch MEMINFO = new MeminfoPatchLivepatch();
    private static final Livepatch IRQ_TYPE = new IrqTypePatchLivepatch();
    private static final Livepatch I2C = new I2cNamePatchLivepatch();
    private static final Livepatch ZRAM = new ZramDebugPatchLivepatch();

    private static final Step ZRAM_STAT = Step.command("cat /sys/block/zram0/debug_stat");

    @Override
    KernelUnderTest kernel() throws IOException {
        return KernelUnderTest.require();
    }

    @Override
    Path module(KernelUnderTest kernel, Livepatch patch) throws IOException, InterruptedException {
        return KbuildTree.of(patch).make(kernel);
    }

    @Override
    void addSteps(KernelUnderTest kernel) throws IOException, InterruptedException {
        compare(kernel, MEMINFO, "grep -v kB /proc/meminfo; wc -l </proc/meminfo");
        compare(kernel, IRQ_TYPE, "cat /sys/kernel/irq/4/type /sys/kernel/irq/9/type");
        script().then(Step.modprobe("i2c-stub", "chip_addr=0x50")).then(Step.modprobe("i2c-dev"));
        compare(kernel, I2C, "cat /sys/class/i2c-dev/i2c-0/name");
        // Loaded before what it patches.
        script().then(Step.insmod(module(kernel, ZRAM)))
                .then("zram early", patched(ZRAM, "zram"))
                .then(Step.modprobe("zram"))
                .then("zram late", patched(ZRAM, "zram"))
                .then("zram empty", ZRAM_STAT)
                .then(Step.command("echo 4M >/sys/block/zram0/disksize"
                        + " && dd if=/dev/urandom of=/dev/zram0 bs=4096 count=100 2>/dev/null"))
                .then("zram with", ZRAM_STAT)
                .then(Step.disable(ZRAM.moduleName()))
                .then("zram without", ZRAM_STAT);
    }

    @Test
    void meminfo() {
        List<String> before = lines(MEMINFO, "before");
        int count = Integer.parseInt(before.get(before.size() - 1).strip());

        assertThat(lines(MEMINFO, "with"))
                .containsExactly(
                        before.get(0),
                        before.get(1),
                        before.get(2),
                        before.get(3),
                        "LivePatched:           1",
                        Integer.toString(count + 1));
        assertThat(lines(MEMINFO, "without")).isEqualTo(before);
    }

    @Test
    void meminfoHasDozensOfRelocations() throws Exception {
        ElfFile elf = ElfFile.read(module(kernel(), MEMINFO));
        SectionHeader section = Objects.requireNonNull(elf.firstNamed(".klp.rela.vmlinux..text"));

        assertThat(elf.relocations(section).count()).isGreaterThan(40);
    }

    @Test
    void typeOfAnInterrupt() {
        assertThat(lines(IRQ_TYPE, "before")).containsExactly("edge", "level");
        assertThat(lines(IRQ_TYPE, "with")).containsExactly("edge-triggered", "level-triggered");
        assertThat(lines(IRQ_TYPE, "without")).containsExactly("edge", "level");
    }

    @Test
    void nameOfAnAdapter() {
        assertThat(lines(I2C, "before")).containsExactly("SMBus stub driver");
        assertThat(lines(I2C, "with")).containsExactly("klp:i2c-0");
        assertThat(lines(I2C, "without")).containsExactly("SMBus stub driver");
    }

    @Test
    void zramIsPatchedWhenItComes() {
        assertThat(script().output("zram early")).isEqualTo("0\n");
        assertThat(script().output("zram late")).isEqualTo("1\n");
        assertThat(script().output("zram empty")).isEqualTo("version: 1 klp pool_pages=0\n");
        assertThat(script().output("zram with")).isEqualTo("version: 1 klp pool_pages=100\n");
        assertThat(script().output("zram without")).startsWith("version: 1\n").doesNotContain("klp");
    }
}
