package dev.klp.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The two compilers that every case is run with. */
enum Compiler {
    JAVAC {
        @Override
        JavaCompiler tool() {
            return ToolProvider.getSystemJavaCompiler();
        }
    },
    ECJ {
        @Override
        JavaCompiler tool() {
            return new EclipseCompiler();
        }
    };

    abstract JavaCompiler tool();

    /**
     * What became of a compilation.
     *
     * @param success the compiler's own verdict
     * @param diagnostics in the compiler's order
     */
    record Outcome(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {}

    /** Compiles all Java files below {@code in} with one processor; classes and resources go to {@code out}. */
    Outcome compile(Path in, Path out, List<String> options, Processor processor) {
        JavaCompiler compiler = tool();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>(List.of("--release", "17", "-d", out.toString()));
            all.addAll(
                    List.of("-s", Files.createDirectories(generatedSources(out)).toString()));
            if (!options.contains("-classpath")) {
                all.addAll(List.of("-classpath", annotations().toString()));
            }
            all.addAll(options);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    all,
                    null,
                    files.getJavaFileObjectsFromPaths(javaFiles(in)));
            task.setLocale(Locale.ROOT);
            task.setProcessors(List.of(processor));
            boolean success = task.call();
            return new Outcome(success, diagnostics.getDiagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the companion's source goes that belongs to a class output. */
    static Path generatedSources(Path out) {
        return out.resolveSibling(out.getFileName() + "-sources");
    }

    /** The class path of an author: the annotations alone. */
    static Path annotations() {
        try {
            return Path.of(dev.klp.annotations.KlpPatch.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> javaFiles(Path in) throws IOException {
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
