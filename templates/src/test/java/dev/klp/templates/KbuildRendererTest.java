package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.ReleaseModule;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SourceLine;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KbuildRendererTest {
    private final KbuildRenderer renderer = new KbuildRenderer();

    @ParameterizedTest
    @EnumSource(Patches.class)
    void rendersTheGoldenTree(Patches patch) {
        Golden golden = new Golden(patch.name().toLowerCase(Locale.ROOT));

        golden.assertEqual(renderer.render(patch.module()));
    }

    @ParameterizedTest
    @EnumSource(Patches.class)
    void rendersTheSameBytesAgain(Patches patch) {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            assertThat(new KbuildRenderer().render(patch.module())).isEqualTo(renderer.render(patch.module()));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void everyGeneratedFileCarriesItsLicenceAndEndsWithALine() {
        PatchModule module = Patches.CMDLINE.module();
        List<GeneratedFile> generated = renderer.render(module).stream()
                .filter(file -> !file.path().text().startsWith("src/"))
                .toList();

        assertThat(generated)
                .extracting(file -> file.path().text())
                .containsExactly("Kbuild", "Makefile", "cmdline_patch.c", "cmdline_patch.h");
        assertThat(generated)
                .allSatisfy(file -> assertThat(file.text())
                        .contains("SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0")
                        .endsWith("\n")
                        .doesNotEndWith("\n\n")
                        .doesNotContain("\r")
                        .doesNotContain("\n\n\n"));
    }

    @Test
    void writesAFolderForEveryKernelAndSharesTheRest() {
        List<GeneratedFile> tree = renderer.render(List.of(
                new ReleaseModule(new KernelRelease("6.1.0-56-amd64"), Patches.CMDLINE.module()),
                new ReleaseModule(new KernelRelease("6.12.117+deb12"), Patches.CMDLINE.module())));

        new Golden("releases").assertEqual(tree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4.302", "4.14.336", "4.15.18", "4.19.325", "6.1.192"})
    void writesForEachKernelWhatItHas(String release) {
        new Golden("ages/" + release)
                .assertEqual(renderer.render(List.of(KernelAges.module(release))).stream()
                        .filter(file -> file.path().text().startsWith(release + "/"))
                        .toList());
    }

    @Test
    void refusesWhatTheKernelDoesNotHave() {
        ReleaseModule module = new ReleaseModule(
                new KernelRelease("5.4.0"), KernelAges.module("6.1.192").module());

        assertThatThrownBy(() -> renderer.render(List.of(module)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not in Linux 5.4: [STATES]");
    }

    @Test
    void refusesAReleaseThatIsNoNameOfAFolder() {
        assertThat(KernelRelease.problem("6.1/../..")).contains("'/'");
        assertThat(KernelRelease.problem("6.1 $(x)")).contains("a blank");
        assertThat(KernelRelease.problem("")).contains("empty");
        assertThat(KernelRelease.problem("src")).contains("version");
        assertThat(KernelRelease.problem("6" + "x".repeat(64))).contains("65 characters");
        assertThat(KernelRelease.problem("6.12.117+deb12-cloud-amd64")).isNull();
    }

    @Test
    void copiesTheAuthorsFilesAsTheyAre() {
        String text = "int a; // [=x] ${y} [#list]\r\n\tno newline at the end";

        assertThat(copied(new SourceFile(new RelativePath("a/b.c"), text))).isEqualTo(text);
    }

    @Test
    void saysInTheAuthorsFilesWhereTheyWereWritten() {
        SourceLine origin = new SourceLine(new RelativePath("demo/P.java"), 12);

        assertThat(copied(new SourceFile(new RelativePath("a/b.c"), "int a;\n", origin)))
                .isEqualTo("#line 12 \"demo/P.java\"\nint a;\n");
        assertThat(copied(new SourceFile(new RelativePath("a/b.c"), "\ufeffint a;\n", origin)))
                .isEqualTo("\ufeff#line 12 \"demo/P.java\"\nint a;\n");
    }

    private String copied(SourceFile file) {
        PatchModule cmdline = Patches.CMDLINE.module();
        GeneratedFile last = renderer.render(new PatchModule(
                        cmdline.name(),
                        cmdline.replace(),
                        cmdline.info(),
                        cmdline.headers(),
                        List.of(file),
                        cmdline.objects(),
                        cmdline.relocations()))
                .get(4);
        assertThat(last.path().text()).isEqualTo("src/a/b.c");
        return last.text();
    }
}
