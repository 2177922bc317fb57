package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The goals that drive a running kernel, against files that stand for its sysfs and proc and a shell script that behaves
 * as the kernel does towards them.
 */
class RunningKernelIT {
    /** Becomes true when the patch's enabled file says $1; gives up after 20 seconds. */
    private static final String AWAIT = """
            patch="$(dirname "$0")/sys/cmdline_patch"
            await() {
            	for i in $(seq 200); do
            		[ "$(cat "$patch/enabled")" != "$1" ] || return 0
            		sleep 0.1
            	done
            	exit 1
            }
            """;

    private static final String INSERTED = AWAIT + """
            echo "insmod $*" >> "$0.calls"
            mkdir -p "$patch/vmlinux/cmdline_proc_show,1" "$patch/loop"
            echo 1 > "$patch/vmlinux/patched"
            echo 0 > "$patch/loop/patched"
            echo 1 > "$patch/transition"
            echo 1 > "$patch/enabled"
            """;

    @TempDir
    Path folder = Path.of("");

    private TreeOnDisk tree = new TreeOnDisk(folder, "", folder, folder);

    @BeforeEach
    void writeTreeAndKernel() {
        tree = TreeOnDisk.write(folder, Patches.CMDLINE);
        TreeOnDisk.write(tree.ko(), "");
        TreeOnDisk.write(folder.resolve("sys/unrelated/enabled"), "1\n");
        TreeOnDisk.script(folder.resolve("rmmod"), "echo \"rmmod $*\" >> \"$0.calls\"");
        task(41, 0, "stuck", "[<0>] do_nanosleep+0x1/0x2\n[<0>] hrtimer_nanosleep+0x3/0x4\n");
        task(42, 1, "done", "[<0>] never_shown+0x1/0x2\n");
    }

    @Test
    void loadWaitsForTheTransition() throws IOException {
        kernel("(sleep 1; echo 0 > \"$patch/transition\") > /dev/null 2>&1 &");

        Command load = make("load").succeeds();

        assertThat(load.lines()).contains("cmdline_patch: loaded");
        assertThat(calls("insmod")).containsExactly("insmod " + tree.ko());
        assertThat(make("status").succeeds().lines())
                .containsSubsequence("cmdline_patch: enabled", "    loop: not loaded", "    vmlinux: patched");
    }

    @Test
    void loadThatDoesNotEndNamesTheTasksAndIsUndone() throws IOException {
        kernel("(await 0; rm -r \"$patch\") > /dev/null 2>&1 &");

        Command load = make("load", "TIMEOUT=2").fails();

        assertThat(load.lines())
                .containsSubsequence(
                        "cmdline_patch: the transition did not end within 2 s, the patch is undone; these tasks still run"
                                + " the old functions:",
                        "task 41 (stuck):",
                        "    [<0>] do_nanosleep+0x1/0x2",
                        "    [<0>] hrtimer_nanosleep+0x3/0x4");
        assertThat(load.output()).doesNotContain("never_shown").doesNotContain("could not be removed");
        assertThat(folder.resolve("sys/cmdline_patch")).doesNotExist();
        assertThat(calls("rmmod")).containsExactly("rmmod cmdline_patch");
    }

    @Test
    void loadReportsWhenUndoingDoesNotEndEither() throws IOException {
        kernel("");

        Command load = make("load", "TIMEOUT=1").fails();

        assertThat(load.lines()).contains("cmdline_patch: could not be removed");
        assertThat(calls("rmmod")).isEmpty();
    }

    @Test
    void loadFailsWithInsmod() {
        TreeOnDisk.script(folder.resolve("insmod"), "echo 'insmod: Invalid argument' >&2; exit 1");

        assertThat(make("load").fails().output())
                .contains("insmod: Invalid argument")
                .doesNotContain("loaded");
    }

    @Test
    void loadWantsTheModuleToBeBuilt() throws IOException {
        Files.delete(tree.ko());

        assertThat(make("load").fails().output()).contains(tree.ko() + " is not there: run make first");
    }

    @Test
    void unloadDisablesAndRemoves() throws IOException {
        kernel("(echo 0 > \"$patch/transition\"; await 0; sleep 1; rm -r \"$patch\") > /dev/null 2>&1 &");
        make("load").succeeds();

        Command unload = make("unload").succeeds();

        assertThat(unload.lines()).contains("cmdline_patch: unloaded");
        assertThat(calls("rmmod")).containsExactly("rmmod cmdline_patch");
    }

    /** Before Linux 5.1 the folder goes with the module; before 4.12 there is no file of transitions in it. */
    @Test
    void unloadsWhereTheFolderStays() throws IOException {
        kernel("rm \"$patch/transition\"");
        assertThat(make("load").succeeds().lines()).contains("cmdline_patch: loaded");

        assertThat(make("unload").succeeds().lines()).contains("cmdline_patch: unloaded");
        assertThat(calls("rmmod")).containsExactly("rmmod cmdline_patch");
        assertThat(make("unload").succeeds().lines()).contains("cmdline_patch: unloaded");
        assertThat(make("status").succeeds().lines()).contains("cmdline_patch: disabled");
    }

    @Test
    void unloadTriesAgainWhileTheKernelStillHoldsTheModule() throws IOException {
        TreeOnDisk.script(
                folder.resolve("rmmod"), "echo \"rmmod $*\" >> \"$0.calls\"; [ \"$(wc -l < \"$0.calls\")\" -gt 1 ]");

        make("unload").succeeds();

        assertThat(calls("rmmod")).hasSize(2);
    }

    @Test
    void unloadThatDoesNotEndNamesTheTasksAndLeavesThePatchEnabled() throws IOException {
        kernel("(echo 0 > \"$patch/transition\"; await 0; echo 1 > \"$patch/transition\"; await 1;"
                + " echo 0 > \"$patch/transition\") > /dev/null 2>&1 &");
        make("load").succeeds();

        Command unload = make("unload", "TIMEOUT=2").fails();

        assertThat(unload.lines())
                .containsSubsequence(
                        "cmdline_patch: the transition did not end within 2 s, the patch stays enabled; these tasks still"
                                + " run the new functions:",
                        "task 42 (done):");
        assertThat(unload.output()).doesNotContain("stuck").doesNotContain("way back");
        assertThat(Files.readString(folder.resolve("sys/cmdline_patch/enabled")))
                .isEqualTo("1\n");
        assertThat(calls("rmmod")).isEmpty();
    }

    @Test
    void statusOfAPatchThatIsNotThere() {
        assertThat(make("status").succeeds().lines()).contains("cmdline_patch: not enabled");
    }

    @Test
    void statusDuringATransitionNamesTheTasks() {
        kernel("");
        Command.run(folder, folder.resolve("insmod").toString(), "x.ko").succeeds();

        assertThat(make("status").succeeds().lines())
                .containsSubsequence(
                        "cmdline_patch: on the way to enabled", "task 41 (stuck):", "    vmlinux: patched");
    }

    @Test
    void checkOfAPatchThatIsInForce() {
        load();

        assertThat(make("check").succeeds().lines())
                .containsSubsequence("    loop: not loaded", "    vmlinux: patched", "cmdline_patch: in force");
    }

    @Test
    void checkOfAPatchThatIsNotThereOrDisabled() {
        assertThat(make("check").fails().output())
                .contains("cmdline_patch: not loaded, or another patch has taken its place");
        load();
        write("enabled", "0");

        assertThat(make("check").fails().output()).contains("cmdline_patch: disabled");
    }

    @Test
    void checkNamesTheTasksOfATransitionThatDoesNotEnd() {
        load();
        write("transition", "1");

        assertThat(make("check", "TIMEOUT=1").fails().lines())
                .containsSubsequence(
                        "cmdline_patch: the transition did not end within 1 s; these tasks still run the old functions:",
                        "task 41 (stuck):");
    }

    @Test
    void checkMissesAFunction() throws IOException {
        load();
        Files.delete(folder.resolve("sys/cmdline_patch/vmlinux/cmdline_proc_show,1"));

        assertThat(make("check").fails().output())
                .contains("/cmdline_patch/vmlinux/cmdline_proc_show,1 is missing: another build of the patch is loaded")
                .doesNotContain("in force");
    }

    @Test
    void checkFindsAnObjectThatIsLoadedAndNotPatched() {
        load();
        TreeOnDisk.write(folder.resolve("modules/loop/initstate"), "live\n");

        assertThat(make("check").fails().output())
                .contains("cmdline_patch: loop is loaded and not patched")
                .doesNotContain("in force");
    }

    @Test
    void checkFindsAnObjectThatIsBuiltIn() {
        load();
        TreeOnDisk.write(folder.resolve("modules/loop/parameters/max_part"), "0\n");

        assertThat(make("check").fails().output())
                .contains("cmdline_patch: loop is built into this kernel, its functions are those of vmlinux");
    }

    @Test
    void checkFindsAnObjectThatIsNoModule() {
        load();
        TreeOnDisk.write(folder.resolve("modules.dep"), "kernel/drivers/block/loops.ko:\nkernel/aloop.ko.xz:\n");

        assertThat(make("check").fails().output()).contains("cmdline_patch: loop is no module of this kernel");
        TreeOnDisk.write(folder.resolve("modules.dep"), "kernel/drivers/block/loop.ko.xz:\n");
        make("check").succeeds();
    }

    @Test
    void checkFindsAPatchThatDoesNothing() throws IOException {
        load();
        write("loop/patched", "0");
        Files.delete(folder.resolve("sys/cmdline_patch/vmlinux/patched"));
        Files.delete(folder.resolve("sys/cmdline_patch/vmlinux/cmdline_proc_show,1"));
        Files.delete(folder.resolve("sys/cmdline_patch/vmlinux"));

        assertThat(make("check", "FOLDERS=loop").fails().output())
                .contains("cmdline_patch: does nothing: no object of it is loaded");
    }

    @Test
    void checkOfAKernelThatDoesNotTell() throws IOException {
        load();
        Files.delete(folder.resolve("sys/cmdline_patch/vmlinux/patched"));

        assertThat(make("check").succeeds().lines()).contains("    vmlinux: not known, kernels before 6.1 do not tell");
    }

    private void load() {
        kernel("echo 0 > \"$patch/transition\"");
        make("load").succeeds();
    }

    private void write(String file, String text) {
        TreeOnDisk.write(folder.resolve("sys/cmdline_patch").resolve(file), text + "\n");
    }

    private void kernel(String afterInsertion) {
        TreeOnDisk.script(folder.resolve("insmod"), INSERTED + afterInsertion);
    }

    private void task(int id, int state, String name, String stack) {
        Path task = folder.resolve("proc").resolve(id + "/task/" + id);
        TreeOnDisk.write(task.resolve("patch_state"), state + "\n");
        TreeOnDisk.write(task.resolve("comm"), name + "\n");
        TreeOnDisk.write(task.resolve("stack"), stack);
    }

    private List<String> calls(String command) throws IOException {
        Path calls = folder.resolve(command + ".calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private Command make(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "SYSFS=" + folder.resolve("sys"),
                "PROC=" + folder.resolve("proc"),
                "MODULES=" + folder.resolve("modules"),
                "MODULES_DEP=" + folder.resolve("modules.dep"),
                "INSMOD=" + folder.resolve("insmod"),
                "RMMOD=" + folder.resolve("rmmod")));
        all.addAll(List.of(words));
        return tree.make(all.toArray(String[]::new));
    }
}
