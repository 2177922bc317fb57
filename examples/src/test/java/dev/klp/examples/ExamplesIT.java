package dev.klp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.Step;
import dev.klp.boot.junit.KernelBoot;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import dev.klp.examples.i2cname.I2cNamePatchLivepatch;
import dev.klp.examples.irqtype.IrqTypePatchLivepatch;
import dev.klp.examples.meminfo.MeminfoPatchLivepatch;
import dev.klp.examples.zramdebug.ZramDebugPatchLivepatch;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All patches of this folder in Debian 12's own kernel. */
class ExamplesIT extends ExamplesOnKernel {
    private static final String VERSION = "6.1";

    private static final Livepatch MEMINFO = new MeminfoPatchLivepatch();
    private static final Livepatch IRQ_TYPE = new IrqTypePatchLivepatch();
    private static final Livepatch I2C = new I2cNamePatchLivepatch();
    private static final Livepatch ZRAM = new ZramDebugPatchLivepatch();

    private static final String ZRAM_STAT = "cat /sys/block/zram0/debug_stat";

    @RegisterExtension
    static final KernelBoot BOOT = steps(VERSION)
            .compare(MEMINFO, "grep -v kB /proc/meminfo; wc -l </proc/meminfo")
            .compare(IRQ_TYPE, "cat /sys/kernel/irq/4/type /sys/kernel/irq/9/type")
            .step("i2c-stub", Step.modprobe("i2c-stub", "chip_addr=0x50"))
            .step("i2c-dev", Step.modprobe("i2c-dev"))
            .compare(I2C, "cat /sys/class/i2c-dev/i2c-0/name")
            // Loaded before what it patches.
            .load(ZRAM)
            .step("zram early", patched(ZRAM, "zram"))
            .step("zram", Step.modprobe("zram"))
            .step("zram late", patched(ZRAM, "zram"))
            .run("zram empty", ZRAM_STAT)
            .run(
                    "zram full",
                    "echo 4M >/sys/block/zram0/disksize"
                            + " && dd if=/dev/urandom of=/dev/zram0 bs=4096 count=100 2>/dev/null")
            .run("zram with", ZRAM_STAT)
            .disable(ZRAM)
            .run("zram without", ZRAM_STAT);

    @Override
    KernelBoot boot() {
        return BOOT;
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
    void meminfoHasDozensOfRelocations() throws IOException {
        ElfFile elf = ElfFile.read(folder(VERSION).resolve("converted").resolve(MEMINFO.moduleName() + ".ko"));
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
        assertThat(BOOT.output("zram early")).isEqualTo("0\n");
        assertThat(BOOT.output("zram late")).isEqualTo("1\n");
        assertThat(BOOT.output("zram empty")).isEqualTo("version: 1 klp pool_pages=0\n");
        assertThat(BOOT.output("zram with")).isEqualTo("version: 1 klp pool_pages=100\n");
        assertThat(BOOT.output("zram without")).startsWith("version: 1\n").doesNotContain("klp");
    }
}
