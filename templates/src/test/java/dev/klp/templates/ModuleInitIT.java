package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.ModuleHook;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.ModuleParts;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.ReleaseModule;
import dev.klp.templates.model.SystemChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the init function of a generated module as a program, with the stub headers of {@link BackendIT} and with functions
 * in the place of the kernel's that say when they are called.
 */
class ModuleInitIT {
    private static final String HOOKS = """
            static int first(void)
            {
            	printk("first\\n");
            	return 0;
            }
            static void undo_first(void)
            {
            	printk("undo first\\n");
            }
            static int second(void)
            {
            	printk("second\\n");
            	return SECOND;
            }
            static void undo_second(void)
            {
            	printk("undo second\\n");
            }
            static int new_f(void)
            {
            	return 0;
            }
            """;

    private static final String KERNEL = """
            #include <linux/livepatch.h>
            #define pr_fmt(format) format
            #include <linux/kernel.h>
            int printf(const char *, ...);
            int vprintf(const char *, __builtin_va_list);
            int printk(const char *format, ...)
            {
            	__builtin_va_list list;
            	__builtin_va_start(list, format);
            	vprintf(format, list);
            	__builtin_va_end(list);
            	return 0;
            }
            int klp_enable_patch(struct klp_patch *patch)
            {
            	printk("enable\\n");
            	return ENABLE;
            }
            #if !SINCE(5, 1)
            int klp_register_patch(struct klp_patch *patch)
            {
            	printk("register\\n");
            	return 0;
            }
            int klp_unregister_patch(struct klp_patch *patch)
            {
            	printk("unregister\\n");
            	return 0;
            }
            #endif
            int main(void)
            {
            	int error = init_module();
            	printf("init %d\\n", error);
            	if (!error)
            		cleanup_module();
            	return 0;
            }
            """;

    @TempDir
    Path build = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "6.1.0; 0; 0; first, second, enable, init 0, undo second, undo first",
                "6.1.0; -12; 0; first, second, undo first, init -12",
                "6.1.0; 7; 0; first, second, stub: second() returned 7\\, which is no error number, undo first, init -22",
                "6.1.0; 0; -22; first, second, enable, undo second, undo first, init -22",
                "4.19.0; 0; 0; first, second, register, enable, init 0, unregister, undo second, undo first",
                "4.19.0; 0; -16; first, second, register, enable, unregister, undo second, undo first, init -16"
            })
    void callsTheHooksAndUndoesThem(String release, int second, int enable, String calls) {
        assertThat(String.join(", ", run(release, second, enable))).isEqualTo(calls.replace("\\,", ","));
    }

    @Test
    void aHookOfCleanUpAloneIsNoWarning() {
        assertThat(unit("6.1.0", List.of(new ModuleHook(null, new CIdentifier("undo_first"))))
                        .toString())
                .doesNotContain("__klp_failure");
    }

    private List<String> run(String release, int second, int enable) {
        unit(
                release,
                List.of(
                        new ModuleHook(new CIdentifier("first"), new CIdentifier("undo_first")),
                        new ModuleHook(new CIdentifier("second"), new CIdentifier("undo_second"))));
        TreeOnDisk.write(build.resolve("kernel.c"), KERNEL);
        StubHeaders.gcc(
                        build,
                        release,
                        "-DSECOND=" + second,
                        "-DENABLE=" + enable,
                        release + "/hooked.c",
                        "kernel.c",
                        "-o",
                        "program")
                .succeeds();
        return Command.run(build, "./program").succeeds().lines();
    }

    private List<GeneratedFile> unit(String release, List<ModuleHook> hooks) {
        PatchModule module = new PatchModule(
                new ModuleName("hooked"),
                false,
                false,
                List.of(),
                List.of(),
                List.of(Patches.source("hooks.c", HOOKS)),
                List.of(Patches.vmlinux(Patches.function("f", 0, "new_f"))),
                List.of(),
                SystemChange.NONE,
                List.of(),
                new ModuleParts(List.of(), List.of(), List.of(), List.of(), List.of(), hooks));
        List<GeneratedFile> files =
                new KbuildRenderer().render(List.of(new ReleaseModule(new KernelRelease(release), module)));
        files.forEach(file -> TreeOnDisk.write(build.resolve(file.path().text()), file.text()));
        return files;
    }
}
