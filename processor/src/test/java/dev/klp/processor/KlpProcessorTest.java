package dev.klp.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KlpProcessorTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeSource() throws IOException {
        Files.writeString(folder.resolve("fix.c"), "static int new_f(void)\n{\n\treturn 0;\n}\n");
    }

    @Test
    void keepsPaceWithTheCompiler() {
        assertThat(new KlpProcessor().getSupportedSourceVersion()).isEqualTo(SourceVersion.latestSupported());
    }

    @Test
    void writesNothingBesideTheFiler() {
        Compilation compilation = compile(List.of(new KlpProcessor()), PatchSource.of("OnePatch"));
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation)
                .generatedFile(StandardLocation.CLASS_OUTPUT, "klp/one_patch/src/fix.c")
                .contentsAsUtf8String()
                .startsWith("#line 1 \"fix.c\"\nstatic int new_f");
        assertThat(compilation).generatedSourceFile("demo.OnePatchLivepatch");
        assertThat(folder).isDirectoryContaining("glob:**fix.c").isDirectoryNotContaining("glob:**klp");
    }

    @Test
    void givesTheSameBytesWhateverComesFirst() throws IOException {
        List<JavaFileObject> sources =
                new ArrayList<>(List.of(PatchSource.of("A"), PatchSource.of("B"), PatchSource.of("C")));
        Map<String, String> once = bytes(compile(List.of(new KlpProcessor()), sources.toArray(JavaFileObject[]::new)));
        Collections.reverse(sources);
        Map<String, String> again = bytes(compile(List.of(new KlpProcessor()), sources.toArray(JavaFileObject[]::new)));
        assertThat(again).isEqualTo(once).hasSizeGreaterThan(15);
    }

    @Test
    void remembersNothingOfAnEarlierCompilation() {
        KlpProcessor processor = new KlpProcessor();
        assertThat(compile(List.of(processor), PatchSource.of("A", "sources = \"fix.c\", name = \"m\"")))
                .succeeded();
        assertThat(compile(List.of(new KlpProcessor()), PatchSource.of("B", "sources = \"fix.c\", name = \"m\"")))
                .succeeded();
    }

    @Test
    void namesExactlyOneOriginatingElementForEveryFile() {
        FilerRecorder recorder = new FilerRecorder(new KlpProcessor());
        assertThat(compile(List.of(recorder), PatchSource.of("A"), PatchSource.of("B")))
                .succeeded();
        assertThat(recorder.origins()).hasSize(14);
        assertThat(recorder.origins()).allSatisfy((file, origins) -> {
            String type = file.matches(".*/b[./].*") || file.contains("BLivepatch") ? "demo.B" : "demo.A";
            assertThat(origins).as(file).containsExactly(type);
        });
    }

    @Test
    void namesTheIncludingTypeAloneForWhatIsMadeOfSeveral() {
        FilerRecorder recorder = new FilerRecorder(new KlpProcessor());
        JavaFileObject both = JavaFileObjects.forSourceString("demo.Both", """
                package demo;
                @dev.klp.annotations.KlpPatch(includes = A.class)
                interface Both {}
                """);
        assertThat(compile(List.of(recorder), both, PatchSource.of("A"))).succeeded();
        assertThat(recorder.origins().keySet()).anyMatch(file -> file.endsWith("klp/both/src/a/fix.c"));
        assertThat(recorder.origins()).allSatisfy((file, origins) -> {
            String type = file.contains("/both") || file.contains("BothLivepatch") ? "demo.Both" : "demo.A";
            assertThat(origins).as(file).containsExactly(type);
        });
    }

    @Test
    void waitsForWhatAnotherProcessorWrites() {
        Processor writer = new ConstantWriter();
        Compilation compilation =
                compile(List.of(new KlpProcessor(), writer), PatchSource.of("A", "sources = Written.SOURCE"));
        assertThat(compilation).succeeded();
        assertThat(compilation).generatedFile(StandardLocation.CLASS_OUTPUT, "klp/a/src/fix.c");
    }

    @Test
    void reportsAModuleNameThatAnEarlierRoundTook() {
        Processor writer = new ConstantWriter();
        Compilation compilation = compile(
                List.of(new KlpProcessor(), writer),
                PatchSource.of("A", "sources = Written.SOURCE, name = \"m\""),
                PatchSource.of("B", "sources = \"fix.c\", name = \"m\""));
        assertThat(compilation).hadErrorContaining("[KLP007] module name 'm' is also that of 'demo.B'");
    }

    @Test
    void leavesTheAnnotationsToOthersToo() {
        FilerRecorder second = new FilerRecorder(new KlpProcessor());
        Compilation compilation = compile(List.of(new ClaimWatcher(), second), PatchSource.of("A"));
        assertThat(compilation).succeeded();
        assertThat(second.origins()).isNotEmpty();
        ClaimWatcher after = new ClaimWatcher();
        assertThat(compile(List.of(new KlpProcessor(), after), PatchSource.of("A")))
                .succeeded();
        assertThat(after.seen()).contains("dev.klp.annotations.KlpPatch");
    }

    @Test
    void capsRepetitionsOfOneMistake() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            names.append(i == 0 ? "" : ", ").append("\"../").append(i).append(".c\"");
        }
        Compilation compilation =
                compile(List.of(new KlpProcessor()), PatchSource.of("A", "sources = {" + names + "}"));
        assertThat(compilation).hadErrorCount(21);
        assertThat(compilation).hadErrorContaining("[KLP022] … and 5 more");
    }

    @Test
    void printsAStackTraceOnlyWhenAskedTo() {
        JavaFileObject other = JavaFileObjects.forSourceString("dev.klp.annotations.KlpPatch", """
                package dev.klp.annotations;
                public @interface KlpPatch {}
                """);
        JavaFileObject patch = JavaFileObjects.forSourceString("demo.A", """
                package demo;
                @dev.klp.annotations.KlpPatch interface A {}
                """);
        Compilation plain = compile(List.of(new KlpProcessor()), other, patch);
        assertThat(plain).hadErrorContaining("[KLP999] ").inFile(patch).onLine(2);
        assertThat(plain.errors().toString()).doesNotContain("at dev.klp.");
        Compilation debug = javac().withProcessors(new KlpProcessor())
                .withOptions("-Aklp.debug=true")
                .compile(other, patch);
        assertThat(debug).hadErrorContaining("at dev.klp.processor.spec.");
    }

    @Test
    void copiesTheAuthorsFileByteForByte() throws IOException {
        String odd = "/* ü \uD83D\uDE00 */\r\nint x;";
        Files.writeString(folder.resolve("fix.c"), "\uFEFF" + odd);
        Compilation compilation = compile(List.of(new KlpProcessor()), PatchSource.of("A"));
        JavaFileObject copy = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, "klp/a/src/fix.c")
                .orElseThrow();
        assertThat(copy.openInputStream().readAllBytes())
                .isEqualTo(("\uFEFF#line 1 \"fix.c\"\n" + odd).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsWhatMavenCopiedIntoTheClassOutput() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/demo"));
        Files.writeString(in.resolve("A.java"), PatchSource.of("A").getCharContent(true));
        for (Compiler compiler : Compiler.values()) {
            Path out = Files.createDirectories(folder.resolve(compiler.name()));
            Files.createDirectories(out.resolve("demo"));
            Files.copy(folder.resolve("fix.c"), out.resolve("demo/fix.c"));
            Compiler.Outcome outcome = compiler.compile(folder.resolve("in"), out, List.of(), new KlpProcessor());
            assertThat(outcome.success()).as("%s", outcome.diagnostics()).isTrue();
            assertThat(out.resolve("klp/a/src/fix.c"))
                    .hasContent("#line 1 \"demo/fix.c\"\n" + Files.readString(folder.resolve("fix.c")));
        }
    }

    @Test
    void saysOnceWhatWasNotCheckedWithoutAKernel() {
        Compilation compilation = compile(List.of(new KlpProcessor()), PatchSource.of("A"), PatchSource.of("B"));
        assertThat(compilation).hadNoteContaining("no kernel is named");
        assertThat(compilation).hadNoteCount(1);
    }

    @Test
    void opensAKernelOnlyForAPatch() {
        JavaFileObject other = JavaFileObjects.forSourceString("demo.A", "package demo; interface A {}");
        Compilation compilation = javac().withProcessors(new KlpProcessor())
                .withOptions("-Aklp.kernel=" + folder.resolve("nothing/here"))
                .compile(other);
        assertThat(compilation).succeeded();
    }

    private Compilation compile(List<Processor> processors, JavaFileObject... sources) {
        return javac().withProcessors(processors)
                .withOptions("-Aklp.sources=" + folder)
                .compile(sources);
    }

    private static Map<String, String> bytes(Compilation compilation) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            // Also holds files that were only looked for.
            if (file.getKind() == JavaFileObject.Kind.SOURCE || file.getName().contains("/klp/")) {
                files.put(file.getName(), new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
