package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.templates.model.ReleaseModule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Compiles what the back ends make of one patch for kernels of all ages. Headers of most of these kernels are not to be had
 * as packages and no compiler of today builds them: the units are compiled against stub headers that were written for this
 * test, in {@code src/test/resources/stub-headers}, which show to each version the members and functions that
 * {@code include/linux/livepatch.h} had in it. That a real kernel takes a unit is shown for 6.1 alone.
 */
class BackendIT {
    private static final List<String> RELEASES = KernelAges.RELEASES;

    @TempDir
    Path build = Path.of("");

    @ParameterizedTest
    @FieldSource("RELEASES")
    void eachKernelTakesWhatIsMadeForIt(String release) {
        compile(release, release).succeeds();
    }

    /** What the compiler says where a unit meets a kernel on the other side of a change. */
    @ParameterizedTest
    @CsvSource({
        "4.4.302,  5.1.0,   klp_register_patch",
        "5.0.21,   5.1.0,   klp_register_patch",
        "4.5.0,    4.4.302, old_sympos",
        "4.14.336, 4.16.0,  immediate",
        "4.14.336, 4.11.12, immediate",
        "4.15.18,  4.14.336, callbacks",
        "4.17.19,  4.18.0,  klp_shadow_alloc",
        "4.18.0,   4.17.19, klp_shadow_alloc",
        "5.1.0,    5.0.21,  replace",
        "5.5.0,    5.4.302, states"
    })
    void noKernelTakesWhatIsMadeForAnother(String release, String other, String change) {
        assertThat(compile(release, other).fails().output()).contains("error:", change);
    }

    @Test
    void aRealKernelTakesItsOwnAndNoOther() {
        Path kdir = KernelHeaders.require();
        ReleaseModule newest = KernelAges.module("6.1.192");
        ReleaseModule oldest = KernelAges.module("5.0.21");

        TreeOnDisk tree = place("newest", newest);
        tree.make("KDIR=" + kdir, "RELEASE=" + newest.release(), "RELEASES=" + newest.release(), "W=1")
                .succeeds();
        assertThat(place("oldest", oldest)
                        .make("KDIR=" + kdir, "RELEASE=" + oldest.release(), "RELEASES=" + oldest.release())
                        .fails()
                        .output())
                .contains("klp_register_patch");
    }

    private TreeOnDisk place(String name, ReleaseModule module) {
        TreeOnDisk tree = new TreeOnDisk(
                build.resolve(name + "/classes/klp/aged"),
                "aged",
                build.resolve(name + "/klp"),
                build.resolve("converter"));
        tree.place(new KbuildRenderer().render(List.of(module)));
        TreeOnDisk.script(tree.converter(), "exit 0");
        return tree;
    }

    /** Compiles the unit for one release as a kernel of another version would. */
    private Command compile(String release, String kernel) {
        Path tree = place(release, KernelAges.module(release)).folder();
        return StubHeaders.gcc(tree, kernel, "-fsyntax-only", "-nostdinc", release + "/aged.c");
    }
}
