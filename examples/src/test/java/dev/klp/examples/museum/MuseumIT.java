package dev.klp.examples.museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.KlpPatch;
import dev.klp.boot.KernelCache;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles every broken patch against Debian's kernel and compares what the compiler says with the text beside it;
 * {@code -Dgolden.update=true} writes the texts and the page.
 */
class MuseumIT {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path PAGE = Path.of("src/museum/README.md");

    @TempDir
    Path out;

    @Test
    void everyBrokenPatchIsStoppedByTheTextBesideIt() throws Exception {
        String release = release();
        List<Exhibit> exhibits = Exhibit.all();
        Map<String, String> said = compile(exhibits, release);

        assertThat(exhibits).hasSizeGreaterThan(25);
        for (Exhibit exhibit : exhibits) {
            String messages = said.getOrDefault(exhibit.name(), "");
            assertThat(messages).as("what stops %s", exhibit.name()).contains("[KLP");
            if (UPDATE) {
                Files.writeString(exhibit.messages(), messages);
            }
            assertThat(messages).as(exhibit.name()).isEqualTo(Files.readString(exhibit.messages()));
        }
    }

    @Test
    void thePageListsEveryOne() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Exhibit exhibit : Exhibit.all()) {
            rows.append(exhibit.row()).append('\n');
        }
        String page = Files.readString(PAGE);
        int table = page.indexOf("| [`");
        String expected = (table < 0 ? page : page.substring(0, table)) + rows;
        if (UPDATE) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    /** The messages by the type's name. The kernel's release, which changes with every update of Debian's, is left out. */
    private Map<String, String> compile(List<Exhibit> exhibits, String release) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Path annotations = Path.of(KlpPatch.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> options = List.of(
                "--release",
                "17",
                "-Xmaxerrs",
                "1000",
                "-Xmaxwarns",
                "1000",
                "-processorpath",
                System.getProperty("klp.processor.jar", "none given"),
                "-classpath",
                annotations.toString(),
                "-sourcepath",
                Exhibit.FOLDER.toString(),
                "-Aklp.kernel=" + release,
                "-d",
                out.toString());
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    options,
                    null,
                    files.getJavaFileObjectsFromPaths(
                            exhibits.stream().map(Exhibit::source).toList()));
            task.setLocale(Locale.ROOT);
            assertThat(task.call()).isFalse();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(one -> one.getMessage(Locale.ROOT).startsWith("[KLP") && one.getSource() != null)
                .sorted(Comparator.comparing((Diagnostic<? extends JavaFileObject> one) -> one.getLineNumber())
                        .thenComparing(Diagnostic::getColumnNumber)
                        .thenComparing(one -> one.getMessage(Locale.ROOT)))
                .collect(Collectors.groupingBy(
                        MuseumIT::exhibit,
                        TreeMap::new,
                        Collectors.mapping(one -> text(one, release), Collectors.joining())));
    }

    private static String exhibit(Diagnostic<? extends JavaFileObject> message) {
        return Path.of(message.getSource().toUri()).getFileName().toString().replaceFirst("\\..*", "");
    }

    private static String text(Diagnostic<? extends JavaFileObject> message, String release) {
        String kind = message.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        return message.getLineNumber() + ":" + message.getColumnNumber() + ": " + kind + ": "
                + message.getMessage(Locale.ROOT).replace(release, "KERNEL").stripTrailing() + "\n";
    }

    private static String release() throws IOException {
        KernelCache cache = KernelCache.of(System.getenv());
        List<String> releases = cache.debianReleases().stream()
                .filter(release -> release.matches("6\\.1\\..*-amd64"))
                .toList();
        if (releases.isEmpty()) {
            String reason = "no 6.1 kernel of Debian's in " + cache.root() + " (examples/check fetches one)";
            assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
            Assumptions.abort(reason);
        }
        return releases.get(releases.size() - 1);
    }
}
