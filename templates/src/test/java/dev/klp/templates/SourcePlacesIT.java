package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.ModuleInfo;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.ModuleParts;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;
import dev.klp.templates.model.SystemChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler's messages name the author's own files. */
class SourcePlacesIT {
    private static final String FIX = """
            #include "deep/shared.h"
            static int fix(void)
            {
            	pr_info("%s\\n", __FILE__);
            	return other();
            }
            """;
    private static final String SHARED = "int other(void);\n";
    private static final String OTHER = """
            #include "shared.h"
            int other(void)
            {
            	return 0;
            }
            """;

    @TempDir
    Path build;

    private Path sources = Path.of("");

    @BeforeEach
    void writeSources() {
        sources = build.resolve("project/src+main/java");
        TreeOnDisk.write(sources.resolve("org/example/fix.c"), FIX);
        TreeOnDisk.write(sources.resolve("org/example/deep/shared.h"), SHARED);
        TreeOnDisk.write(sources.resolve("org/example/deep/other.c"), OTHER);
    }

    @Test
    void messagesNameTheAuthorsFiles() {
        TreeOnDisk tree = place(FIX.replace("return other", "return unknown"), SHARED, OTHER);

        assertThat(make(tree).fails().output()).contains("\norg/example/fix.c:5:9: error: implicit declaration");
        assertThat(make(tree, "SRC=" + sources).fails().output())
                .contains("\n" + sources + "/org/example/fix.c:5:16: error: implicit declaration")
                .contains("    5 |         return other();");
    }

    @Test
    void messagesNameHeadersAndUnits() {
        assertThat(make(place(FIX, "int other(void)\n", OTHER), "SRC=/nowhere:" + sources)
                        .fails()
                        .output())
                .contains(sources + "/org/example/deep/shared.h:1:");
        assertThat(make(place(FIX, SHARED, OTHER.replace("0;", "0")), "SRC=" + sources)
                        .fails()
                        .output())
                .contains(sources + "/org/example/deep/other.c:4:17: error: expected");
    }

    @Test
    void theModuleDoesNotDependOnWhereTheSourcesAre() throws IOException {
        TreeOnDisk tree = place(FIX, SHARED, OTHER);
        make(tree).succeeds();
        Path without = withoutTypes(tree.ko(), "without");

        assertThat(make(tree, "SRC=" + sources).succeeds().output()).contains("CC [M]");

        assertThat(Files.readString(tree.out().resolve("src/fix.c")))
                .startsWith("#line 1 \"" + sources + "/org/example/fix.c\"\n");
        assertThat(Files.mismatch(withoutTypes(tree.ko(), "with"), without)).isEqualTo(-1);
        assertThat(Files.readString(without, StandardCharsets.ISO_8859_1))
                .contains("org/example/fix.c", "srcversion=")
                .doesNotContain(build.toString());
    }

    /** pahole writes BTF, where it can, in several threads and in no certain order. */
    private Path withoutTypes(Path ko, String name) {
        Path stripped = build.resolve(name);
        Command.run(build, "objcopy", "--remove-section=.BTF", ko.toString(), stripped.toString())
                .succeeds();
        return stripped;
    }

    @Test
    void findsTheSourcesOfAMavenProject() {
        TreeOnDisk tree = place(FIX.replace("return other", "return unknown"), SHARED, OTHER);
        Path project = build.resolve("maven");
        TreeOnDisk.write(project.resolve("src/main/c/org/example/fix.c"), FIX);
        Path folder = project.resolve("target/classes/klp/places");
        TreeOnDisk inside = new TreeOnDisk(folder, "places", project.resolve("target/klp/places"), tree.converter());
        inside.place(new KbuildRenderer().render(module(FIX.replace("return other", "return unknown"), SHARED, OTHER)));

        assertThat(make(inside).fails().output())
                .contains("\n" + project + "/src/main/c/org/example/fix.c:5:16: error: implicit declaration")
                .contains("\norg/example/fix.c".substring(1));
        assertThat(make(tree, "SRC=" + project + "/src/main/c").fails().output())
                .contains("\n" + project + "/src/main/c/org/example/fix.c:5:16: error");
    }

    @Test
    void refusesFoldersThatItCannotName() {
        TreeOnDisk tree = place(FIX, SHARED, OTHER);

        assertThat(make(tree, "SRC=/a b").fails().output())
                .contains("SRC is '/a b': name folders whose paths have only");
        assertThat(make(tree, "SRC=/a'|b").fails().output()).contains("name folders whose paths have only");
        assertThat(make(tree, "SRC=/nowhere").fails().output())
                .contains("SRC is '/nowhere', below which there is none of org/example/fix.c");
        assertThat(tree.out()).doesNotExist();
    }

    private TreeOnDisk place(String fix, String shared, String other) {
        TreeOnDisk tree = new TreeOnDisk(
                build.resolve("classes/klp/places"), "places", build.resolve("klp/places"), build.resolve("converter"));
        tree.place(new KbuildRenderer().render(module(fix, shared, other)));
        TreeOnDisk.script(tree.converter(), "exit 0");
        return tree;
    }

    private static PatchModule module(String fix, String shared, String other) {
        List<SourceFile> units = List.of(Patches.source("deep/other.c", other));
        List<SourceFile> headers = List.of(Patches.source("deep/shared.h", shared));
        return new PatchModule(
                new ModuleName("places"),
                true,
                false,
                List.of(ModuleInfo.version("1")),
                List.of(),
                List.of(Patches.source("fix.c", fix)),
                List.of(Patches.vmlinux(new PatchedFunction(
                        new SymbolName("cmdline_proc_show"), new SymbolPosition(0), new CIdentifier("fix")))),
                List.of(),
                SystemChange.NONE,
                List.of(),
                new ModuleParts(units, headers, List.of(), List.of(), List.of(), List.of()));
    }

    private static Command make(TreeOnDisk tree, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "KDIR=" + KernelHeaders.require();
        System.arraycopy(words, 0, all, 1, words.length);
        return tree.make(all);
    }
}
