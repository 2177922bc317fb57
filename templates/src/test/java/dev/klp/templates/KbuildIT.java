package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Builds rendered trees with the kernel's own build system. */
class KbuildIT {
    /** gcc's and modpost's complaints, but for the symbols that the converter is there for. */
    private static final Pattern COMPLAINT =
            Pattern.compile("^(?!WARNING: modpost: \"[^\"]*\" \\[.*\\] undefined!$).*(warning|error|WARNING|ERROR).*$");

    private static Path kdir = Path.of("");

    @TempDir
    Path build = Path.of("");

    @BeforeAll
    static void findHeaders() {
        kdir = KernelHeaders.require();
    }

    @ParameterizedTest
    @EnumSource(Patches.class)
    void buildsWithoutAWarning(Patches patch) {
        TreeOnDisk tree = TreeOnDisk.write(build, patch);

        Command make = make(tree, "W=1").succeeds();

        assertThat(make.lines()).noneMatch(line -> COMPLAINT.matcher(line).matches());
        assertThat(tree.ko()).exists();
        assertThat(tree.converterCalls())
                .containsExactly("convert --symbols " + kdir + "/Module.symvers --in-place " + tree.ko());
    }

    @Test
    void marksEachSymbolForTheConverter() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.FORMS);
        make(tree).succeeds();

        Readelf readelf = Readelf.of(tree.ko());

        assertThat(readelf.undefined())
                .contains(
                        "si_swapinfo",
                        "nr_threads",
                        "max_part",
                        "handlers",
                        ".klp.sym.rela.vmlinux.vmlinux.type_show,1",
                        ".klp.sym.rela.vmlinux.vmlinux.type_show,4294967295",
                        ".klp.sym.rela.8021q.8021q.loop_helper.part.0,0",
                        ".klp.sym.rela.8021q.zsmalloc.zs_get_total_pages,0")
                .doesNotContain("type_show", "zs_total", "first_type_show");
        assertThat(readelf.binding("si_swapinfo")).isEqualTo("GLOBAL");
        assertThat(readelf.binding(".klp.sym.rela.vmlinux.vmlinux.type_show,1")).isEqualTo("GLOBAL");
        assertThat(readelf.sections())
                .containsEntry(".klp.module_relocs.vmlinux", "PROGBITS WA size 24 align 4")
                .containsEntry(".klp.module_relocs.8021q", "PROGBITS WA size 24 align 4");
        assertThat(readelf.relocations(".klp.module_relocs.vmlinux"))
                .containsExactly("0 R_X86_64_64 si_swapinfo", "c R_X86_64_64 nr_threads");
        assertThat(readelf.words(".klp.module_relocs.vmlinux")).containsExactly(0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(Command.run(build, "modinfo", tree.ko().toString())
                        .succeeds()
                        .lines())
                .contains(
                        "description:    100% \"quoted\" \\ back??/slash, %s and \u00fc\u0142\u4e2d",
                        "author:         Zo\u00eb O'Neil <zoe@example.org>",
                        "version:        1.0",
                        "cve:            CVE-2026-0001",
                        "livepatch:      Y",
                        "license:        GPL",
                        "depends:        ");
    }

    @Test
    void buildsNothingAgainWhenNothingChanged() throws IOException {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        make(tree).succeeds();
        var time = Files.getLastModifiedTime(tree.ko());

        tree.place(new KbuildRenderer().render(Patches.CMDLINE.module()));
        Command again = make(tree).succeeds();

        assertThat(again.output()).doesNotContain("CC [M]").doesNotContain("LD [M]");
        assertThat(Files.getLastModifiedTime(tree.ko())).isEqualTo(time);
        assertThat(tree.converterCalls()).hasSize(2);
    }

    @Test
    void buildsAgainWhatChangedAndForgetsWhatWasRemoved() throws IOException {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        Path stale = tree.out().resolve("src/old/gone.c");
        make(tree).succeeds();
        TreeOnDisk.write(stale, "");
        TreeOnDisk.write(
                tree.folder().resolve("src/cmdline.c"),
                Files.readString(tree.folder().resolve("src/cmdline.c")).replace("livepatch=1", "livepatch=2"));

        Command again = make(tree).succeeds();

        assertThat(again.output()).contains("CC [M]");
        assertThat(Files.readString(tree.out().resolve("src/cmdline.c"))).contains("livepatch=2");
        assertThat(stale).doesNotExist();
    }

    @Test
    void leavesNoModuleThatWasNotConverted() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        TreeOnDisk.script(tree.converter(), "exit 1");

        assertThat(make(tree).fails().output()).contains("cmdline_patch.ko was built but not converted");
        assertThat(tree.ko()).doesNotExist();

        Command missing = make(tree, "KLP=/nowhere/klp").fails();
        assertThat(missing.output()).contains("KLP is '/nowhere/klp'");
        assertThat(tree.ko()).doesNotExist();

        TreeOnDisk.script(tree.converter(), "exit 0");
        make(tree).succeeds();
        assertThat(tree.ko()).exists();
    }

    @Test
    void leavesNoOldModuleWhenTheNewOneDoesNotCompile() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        make(tree).succeeds();
        TreeOnDisk.write(tree.folder().resolve("src/cmdline.c"), "not C\n");

        assertThat(make(tree).fails().output()).contains("src/cmdline.c:1:1: error");

        assertThat(tree.ko()).doesNotExist();
    }

    @Test
    void keepsTwoBuildsOfOneTreeApart() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        String make = "make -j2 -C " + tree.folder() + " KDIR=" + kdir + " KLP=" + tree.converter();

        Command.run(build, "sh", "-c", make + " & first=$!; " + make + " || exit 1; wait $first")
                .succeeds();

        assertThat(tree.ko()).exists();
        assertThat(tree.converterCalls()).hasSize(2);
    }

    @Test
    void sameTreeGivesTheSameModuleEverywhere() throws IOException {
        TreeOnDisk one = TreeOnDisk.write(build.resolve("one"), Patches.FORMS);
        TreeOnDisk two = TreeOnDisk.write(build.resolve("another"), Patches.FORMS);
        make(one).succeeds();
        make(two).succeeds();

        assertThat(Files.mismatch(one.ko(), two.ko())).isEqualTo(-1);
    }

    @Test
    void buildsInTheFolderThatIsGiven() {
        TreeOnDisk tree = TreeOnDisk.write(build.resolve("with blanks"), Patches.CMDLINE);
        Path out = build.resolve("elsewhere");
        Path converter = build.resolve("klp");
        TreeOnDisk.script(converter, "exit 0");

        make(tree, "O=" + out, "KLP=" + converter).succeeds();

        assertThat(out.resolve("cmdline_patch.ko")).exists();
        assertThat(tree.out()).doesNotExist();
        assertThat(make(tree, "KLP=" + converter).fails().output())
                .contains("kbuild takes no folder with blanks in its path");
        make(tree, "O=" + out, "clean").succeeds();
        assertThat(out).doesNotExist();
    }

    @Test
    void cleanRemovesWhatWasBuiltAndNothingElse() throws IOException {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        make(tree).succeeds();
        List<Path> before = files(tree.folder());

        make(tree, "clean").succeeds();

        assertThat(tree.out()).doesNotExist();
        assertThat(files(tree.folder())).isEqualTo(before);
        make(tree, "clean").succeeds();
    }

    @Test
    void passesTheCompilerOnAndKeepsOToItself() throws IOException {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        Path compiler = build.resolve("compiler");
        TreeOnDisk.script(compiler, "echo called >> \"$0.calls\"; exec gcc \"$@\"");
        Path out = build.resolve("elsewhere");

        make(tree, "O=" + out, "CC=" + compiler).succeeds();

        assertThat(out.resolve("cmdline_patch.ko")).exists();
        assertThat(build.resolve("compiler.calls")).exists();
    }

    @Test
    void takesTheCrossCompiler() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        String prefix = build.resolve("bin/other-").toString();
        for (String tool : List.of("gcc", "ld", "ar", "nm", "objcopy", "objdump", "readelf", "strip")) {
            TreeOnDisk.script(Path.of(prefix + tool), "echo called >> \"$0.calls\"; exec " + tool + " \"$@\"");
        }

        make(tree, "ARCH=x86_64", "CROSS_COMPILE=" + prefix, "CC=" + prefix + "gcc")
                .succeeds();

        assertThat(tree.ko()).exists();
        assertThat(Path.of(prefix + "gcc.calls")).exists();
        assertThat(Path.of(prefix + "ld.calls")).exists();
    }

    /** With a kernel of its own, because Debian's headers override the architecture. */
    @Test
    void passesArchitectureOnFromCommandLineAndEnvironment() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        Path kernel = build.resolve("kernel");
        TreeOnDisk.write(
                kernel.resolve("Makefile"),
                "modules:\n\t@echo for $(ARCH) by $(CROSS_COMPILE); : > $(M)/cmdline_patch.ko\n");

        assertThat(tree.make("KDIR=" + kernel, "ARCH=arm64", "CROSS_COMPILE=aarch64-linux-gnu-")
                        .succeeds()
                        .output())
                .contains("for arm64 by aarch64-linux-gnu-\n");
        assertThat(tree.make(Map.of("ARCH", "s390", "CROSS_COMPILE", "s390x-linux-gnu-"), "KDIR=" + kernel)
                        .succeeds()
                        .output())
                .contains("for s390 by s390x-linux-gnu-\n");
    }

    @Test
    void buildsInsideATreeThatStandsByItself() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        Path unpacked = build.resolve("unpacked/klp/cmdline_patch");
        TreeOnDisk alone = new TreeOnDisk(unpacked, tree.module(), unpacked.resolve("build"), tree.converter());
        alone.place(new KbuildRenderer().render(Patches.CMDLINE.module()));

        make(alone).succeeds();

        assertThat(alone.ko()).exists();
        make(alone, "clean").succeeds();
        assertThat(alone.out()).doesNotExist();
    }

    @Test
    void touchesNoFolderThatItDidNotMake() throws IOException {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);
        Path mine = build.resolve("mine");
        TreeOnDisk.write(mine.resolve("src/precious.c"), "");

        assertThat(make(tree, "O=" + mine).fails().output())
                .contains("O is '" + mine + "', which holds other files: name another folder with O=");
        assertThat(make(tree, "O=" + mine, "clean").fails().output())
                .contains("O is '" + mine + "', which was not made here, so it stays");
        assertThat(make(tree, "O=.").fails().output()).contains("which holds other files");
        assertThat(files(mine)).containsExactly(mine, mine.resolve("src"), mine.resolve("src/precious.c"));
    }

    @Test
    void saysWhatIsMissing() {
        TreeOnDisk tree = TreeOnDisk.write(build, Patches.CMDLINE);

        assertThat(tree.make("KDIR=/nowhere").fails().output())
                .contains("KDIR is '/nowhere', which holds no kernel to build for");
        assertThat(Command.run(
                                build,
                                "make",
                                "-f",
                                tree.folder().resolve("Makefile").toString())
                        .fails()
                        .output())
                .contains("run this as: make -C " + tree.folder());
        assertThat(make(tree, "O=/tmp/a:b").fails().output()).contains("kbuild takes no folder with a colon");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static Command make(TreeOnDisk tree, String... words) {
        return tree.make(
                Stream.concat(Stream.of("KDIR=" + kdir), Stream.of(words)).toArray(String[]::new));
    }
}
