package dev.klp.processor;

import com.palantir.javapoet.JavaFile;
import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.diagnostics.Severity;
import dev.klp.processor.check.Checks;
import dev.klp.processor.check.Subject;
import dev.klp.processor.emit.Companion;
import dev.klp.processor.emit.PatchTree;
import dev.klp.processor.released.Manifest;
import dev.klp.processor.released.ReleasedPatch;
import dev.klp.processor.spec.Inclusion;
import dev.klp.processor.spec.Misplaced;
import dev.klp.processor.spec.PatchReader;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.KbuildRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** One run of the compiler: reads patches, checks them and writes what comes of them. */
final class Compilation {
    private final Options options;
    private final Reporter reporter;
    private final Elements elements;
    private final Filer filer;
    private final PatchReader reader;
    private final Companion companions;
    private final Set<String> deferred = new LinkedHashSet<>();
    private final ModuleNames names = new ModuleNames();
    private final ShadowIds shadows = new ShadowIds();
    private final Kernels kernels;
    private final CodeFinder code;
    private @Nullable KbuildRenderer renderer;

    private Compilation(ProcessingEnvironment environment, Options options) {
        this.options = options;
        this.reporter = new Reporter(environment);
        this.kernels = new Kernels(options.kernels(), System.getenv(), reporter);
        this.elements = environment.getElementUtils();
        this.filer = environment.getFiler();
        this.code = CodeFinder.of(environment, options.sources());
        this.reader = new PatchReader(elements);
        this.companions = new Companion(KlpProcessor.class.getName(), elements, environment.getSourceVersion());
    }

    static Compilation start(ProcessingEnvironment environment) {
        Compilation compilation = new Compilation(environment, Options.parse(environment.getOptions()));
        compilation.options.diagnostics().forEach(compilation.reporter::reportOption);
        return compilation;
    }

    /**
     * Treats the patch types of one round and those kept from earlier ones, whose elements of then are no longer valid.
     * Whether two patches have one name is only known when all are read.
     */
    void round(Stream<TypeElement> fresh) {
        List<String> kept = List.copyOf(deferred);
        deferred.clear();
        List<PatchSpec> patches = new ArrayList<>();
        Stream.concat(kept.stream().map(elements::getTypeElement), fresh)
                .forEach(type -> guarded(Position.of(type), () -> read(type).ifPresent(patches::add)));
        patches.forEach(names::add);
        patches.forEach(shadows::add);
        patches.forEach(patch -> guarded(patch.position(), () -> treat(patch)));
    }

    /** Nothing is generated in the last round: what still cannot be read is reported. */
    void finish() {
        deferred.stream().map(elements::getTypeElement).forEach(this::reportUnresolved);
        reporter.finish();
        kernels.close();
    }

    private Optional<PatchSpec> read(TypeElement type) {
        Optional<PatchSpec> patch = reader.read(type).map(Inclusion::merge);
        if (patch.isEmpty()) {
            deferred.add(type.getQualifiedName().toString());
        }
        return patch;
    }

    private void treat(PatchSpec patch) {
        SourceFiles files = files(patch);
        List<Diagnostic<Position>> found = check(new Subject(
                patch,
                files,
                names.namesakes(patch),
                shadows.ofOthers(patch),
                kernels.open(),
                kernels.named(),
                options.released()));
        reporter.report(found);
        if (kernels.failed()) {
            return;
        }
        if (Stream.concat(found.stream(), options.diagnostics().stream())
                .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
            generate(patch, files);
        }
    }

    private SourceFiles files(PatchSpec patch) {
        SourceFiles own = new SourceFinder(filer, patch.type().packageName(), options.sources(), code);
        Map<String, SourceFiles> included = new LinkedHashMap<>();
        patch.includes().stream()
                .flatMap(one -> Stream.ofNullable(one.patch()))
                .forEach(one -> included.put(Inclusion.folder(one), files(one)));
        return included.isEmpty() ? own : new IncludedSources(own, included);
    }

    /** An index is checked against its checksums where it is read, so that damage can show at any question. */
    private List<Diagnostic<Position>> check(Subject subject) {
        try {
            return Checks.run(subject);
        } catch (UncheckedIOException e) {
            kernels.reportDamage(Objects.requireNonNull(e.getCause()));
            return List.of();
        }
    }

    private void generate(PatchSpec patch, SourceFiles files) {
        PatchTree tree;
        try {
            tree = PatchTree.render(renderer(), patch, files, kernels.open());
        } catch (UncheckedIOException e) {
            kernels.reportDamage(Objects.requireNonNull(e.getCause()));
            return;
        }
        JavaFile companion = companions.of(patch, tree);
        try {
            new TreeWriter(filer, patch.position().element())
                    .write(companion, tree.folder(), tree.files(), Manifest.text(ReleasedPatch.of(patch)));
        } catch (FilerException e) {
            // The compilers say it each in its own words.
            reportOutput(patch, "is to be generated and is there already", Hint.help("rename the one that is there"));
            return;
        } catch (IOException e) {
            reportOutput(patch, "cannot be written: " + e.getMessage());
            return;
        }
        if (options.verbose()) {
            reporter.note("generated " + tree.folder() + " (" + tree.files().size() + " files) from "
                    + patch.qualifiedName());
        }
    }

    private void reportOutput(PatchSpec patch, String problem, Hint... hints) {
        String text = "class '" + Companion.name(patch) + "' or a file of 'klp/"
                + patch.name().value() + "/' " + problem;
        reporter.report(Diagnostic.of(DiagnosticCode.OUTPUT, patch.position(), text, hints));
    }

    /** Set up for the first patch without errors: FreeMarker takes some 300 ms to start. */
    private KbuildRenderer renderer() {
        if (renderer == null) {
            renderer = new KbuildRenderer();
        }
        return renderer;
    }

    void reportMisplaced(Misplaced misplaced) {
        reporter.report(Checks.of(misplaced));
    }

    private void reportUnresolved(TypeElement type) {
        reporter.report(Diagnostic.of(
                DiagnosticCode.UNRESOLVED,
                Position.of(type),
                "nothing is generated for " + Quote.of(type.getQualifiedName().toString())
                        + ", which cannot be read completely",
                Hint.note("a type or a constant that it names does not exist, or an annotation lacks a member; the"
                        + " compiler says which")));
    }

    /** A defect of ours is one message at the patch, and the other patches go on. */
    private void guarded(Position position, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            reporter.report(Defect.diagnostic(position, e, options.debug()));
        }
    }
}
