package dev.klp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.Step;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import dev.klp.examples.i2cname.I2cNamePatchLivepatch;
import dev.klp.examples.irqtype.IrqTypePatchLivepatch;
import dev.klp.examples.loadavg.LoadavgPatchLivepatch;
import dev.klp.examples.looppartscan.LoopPartscanPatchLivepatch;
import dev.klp.examples.meminfo.MeminfoPatchLivepatch;
import dev.klp.examples.uname.UnamePatchLivepatch;
import dev.klp.examples.zramdebug.ZramDebugPatchLivepatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patches of this folder in one boot: what each shows before, with the patch, and after disabling it. */
class ExamplesIT {
    private static final Livepatch LOADAVG = new LoadavgPatchLivepatch();
    private static final Livepatch MEMINFO = new MeminfoPatchLivepatch();
    private static final Livepatch UNAME = new UnamePatchLivepatch();
    private static final Livepatch IRQ_TYPE = new IrqTypePatchLivepatch();
    private static final Livepatch LOOP = new LoopPartscanPatchLivepatch();
    private static final Livepatch I2C = new I2cNamePatchLivepatch();
    private static final Livepatch ZRAM = new ZramDebugPatchLivepatch();

    private static final String ZRAM_STAT = "cat /sys/block/zram0/debug_stat";

    private static final Script SCRIPT = new Script();
    private static Path meminfoModule;

    @BeforeAll
    static void boot(@TempDir Path folder) throws Exception {
        KernelUnderTest kernel = KernelUnderTest.require();
        meminfoModule = KbuildTree.of(MEMINFO).make(kernel);
        compare(kernel, LOADAVG, "cat /proc/loadavg");
        compare(kernel, MEMINFO, "grep -v kB /proc/meminfo; wc -l </proc/meminfo");
        SCRIPT.then(Step.command(OldEntry.install(folder)));
        compare(kernel, UNAME, "uname -v; " + OldEntry.PATH);
        compare(kernel, IRQ_TYPE, "cat /sys/kernel/irq/4/type /sys/kernel/irq/9/type");
        SCRIPT.then(Step.modprobe("i2c-stub", "chip_addr=0x50")).then(Step.modprobe("i2c-dev"));
        compare(kernel, I2C, "cat /sys/class/i2c-dev/i2c-0/name");
        // These two are loaded before what they patch.
        SCRIPT.then(Step.insmod(KbuildTree.of(LOOP).make(kernel)))
                .then("loop early", patched(LOOP, "loop"))
                .then(Step.modprobe("loop", "max_part=7"))
                .then("loop late", patched(LOOP, "loop"))
                // The attribute is there while the device has a file.
                .then(Step.command("head -c 1048576 /dev/zero >/image && losetup /dev/loop0 /image"))
                .then("loop with", Step.command("cat /sys/block/loop0/loop/partscan"))
                .then(Step.disable(LOOP.moduleName()))
                .then("loop without", Step.command("cat /sys/block/loop0/loop/partscan"));
        SCRIPT.then(Step.insmod(KbuildTree.of(ZRAM).make(kernel)))
                .then("zram early", patched(ZRAM, "zram"))
                .then(Step.modprobe("zram"))
                .then("zram late", patched(ZRAM, "zram"))
                .then("zram empty", Step.command(ZRAM_STAT))
                .then(Step.command("echo 4M >/sys/block/zram0/disksize"
                        + " && dd if=/dev/urandom of=/dev/zram0 bs=4096 count=100 2>/dev/null"))
                .then("zram with", Step.command(ZRAM_STAT))
                .then(Step.disable(ZRAM.moduleName()))
                .then("zram without", Step.command(ZRAM_STAT));
        SCRIPT.run(kernel);
    }

    private static void compare(KernelUnderTest kernel, Livepatch patch, String command) throws Exception {
        String name = patch.moduleName();
        SCRIPT.then(name + " before", Step.command(command))
                .then(Step.insmod(KbuildTree.of(patch).make(kernel)))
                .then(name + " with", Step.command(command))
                .then(Step.disable(name))
                .then(name + " without", Step.command(command));
    }

    private static Step patched(Livepatch patch, String object) {
        return Step.command("cat /sys/kernel/livepatch/" + patch.moduleName() + "/" + object + "/patched");
    }

    private static List<String> lines(Livepatch patch, String when) {
        return SCRIPT.output(patch.moduleName() + " " + when).lines().toList();
    }

    @Test
    void nothingWentWrong() {
        assertThat(SCRIPT.result().problems()).isEmpty();
        assertThat(SCRIPT.result().console().faults()).isEmpty();
    }

    @Test
    void loadavg() {
        String line = "(\\d+\\.\\d\\d ){3}\\d+/\\d+ \\d+";

        assertThat(lines(LOADAVG, "before")).singleElement().asString().matches(line);
        assertThat(lines(LOADAVG, "with")).singleElement().asString().matches(line + " klp");
        assertThat(lines(LOADAVG, "without")).singleElement().asString().matches(line);
    }

    @Test
    void meminfo() throws IOException {
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
        ElfFile elf = ElfFile.read(meminfoModule);
        SectionHeader section = Objects.requireNonNull(elf.firstNamed(".klp.rela.vmlinux..text"));

        assertThat(elf.relocations(section).count()).isGreaterThan(40);
    }

    @Test
    void unameByBothEntries() {
        List<String> before = lines(UNAME, "before");

        assertThat(before).hasSize(2);
        assertThat(before.get(1))
                .as("what the entry for 32-bit programs answers")
                .isEqualTo(before.get(0));
        assertThat(lines(UNAME, "with")).containsExactly(before.get(0) + "/lp", before.get(1) + "/lp");
        assertThat(lines(UNAME, "without")).isEqualTo(before);
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
    void loopIsPatchedWhenItComes() {
        assertThat(SCRIPT.output("loop early")).isEqualTo("0\n");
        assertThat(SCRIPT.output("loop late")).isEqualTo("1\n");
        assertThat(SCRIPT.output("loop with")).isEqualTo("klp max_part=7\n");
        assertThat(SCRIPT.output("loop without")).isEqualTo("1\n");
    }

    @Test
    void zramIsPatchedWhenItComes() {
        assertThat(SCRIPT.output("zram early")).isEqualTo("0\n");
        assertThat(SCRIPT.output("zram late")).isEqualTo("1\n");
        assertThat(SCRIPT.output("zram empty")).isEqualTo("version: 1 klp pool_pages=0\n");
        assertThat(SCRIPT.output("zram with")).isEqualTo("version: 1 klp pool_pages=100\n");
        assertThat(SCRIPT.output("zram without")).startsWith("version: 1\n").doesNotContain("klp");
    }
}
