package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.ReleaseModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds trees that were rendered for named kernels. */
class ReleaseTreeIT {
    private static final KernelRelease OTHER = new KernelRelease("9.9.9-other");

    @TempDir
    Path build = Path.of("");

    @Test
    void buildsWhatWasWrittenForTheKernelOfKdir() throws IOException {
        Path kdir = KernelHeaders.require();
        KernelRelease release = release(kdir);
        TreeOnDisk tree = place(module(OTHER), module(release));
        TreeOnDisk.write(tree.folder().resolve(OTHER + "/cmdline_patch.c"), "not C\n");

        tree.make("KDIR=" + kdir).succeeds();

        Path out = build.resolve("klp/cmdline_patch/" + release);
        assertThat(out.resolve("cmdline_patch.ko")).exists();
        assertThat(Files.readString(out.resolve("cmdline_patch.c"))).contains("for " + release + ";");
        tree.make("KDIR=" + kdir, "clean").succeeds();
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAKernelThatThePatchWasNotCheckedAgainst() throws IOException {
        TreeOnDisk tree = place(module(OTHER), module(new KernelRelease("6.1.0-1")));
        Path kdir = kernel("6.1.0-2");

        assertThat(tree.make("KDIR=" + kdir).fails().output())
                .contains("KDIR is '" + kdir + "', which builds for 6.1.0-2; this patch was checked against"
                        + " 9.9.9-other 6.1.0-1: name one of these with KDIR=, or compile the patch with 6.1.0-2 in"
                        + " -Aklp.kernel");
        assertThat(build.resolve("klp")).doesNotExist();
    }

    @Test
    void refusesAKernelThatDoesNotSayWhatItIs() throws IOException {
        TreeOnDisk tree = place(module(OTHER));
        Path kdir = kernel("9.9.9-other");
        Files.delete(kdir.resolve("include/generated/utsrelease.h"));

        assertThat(tree.make("KDIR=" + kdir).fails().output())
                .contains("KDIR is '" + kdir + "', which does not say in include/generated/utsrelease.h");
    }

    private TreeOnDisk place(ReleaseModule... modules) {
        Path folder = build.resolve("classes/klp/cmdline_patch");
        TreeOnDisk tree = new TreeOnDisk(folder, "cmdline_patch", build.resolve("klp"), build.resolve("converter"));
        tree.place(new KbuildRenderer().render(List.of(modules)));
        TreeOnDisk.script(tree.converter(), "exit 0");
        return tree;
    }

    private static ReleaseModule module(KernelRelease release) {
        return new ReleaseModule(release, Patches.CMDLINE.module());
    }

    private Path kernel(String release) throws IOException {
        Path kdir = build.resolve("kernel");
        TreeOnDisk.write(kdir.resolve("Makefile"), "modules:\n");
        TreeOnDisk.write(kdir.resolve("include/generated/utsrelease.h"), "#define UTS_RELEASE \"" + release + "\"\n");
        return kdir;
    }

    /** What the running kernel of these headers is called: {@code /lib/modules/<release>/build}. */
    private static KernelRelease release(Path kdir) {
        return new KernelRelease(kdir.getName(kdir.getNameCount() - 2).toString());
    }
}
