package dev.klp.processor;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.io.CacheFolder;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.indexer.IndexProgress;
import dev.klp.kernel.indexer.KernelLocator;
import dev.klp.processor.check.TargetKernel;
import dev.klp.templates.model.KernelRelease;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kernels of {@link Option#KERNEL}, opened when the first patch is checked and closed with the compilation. */
final class Kernels implements AutoCloseable {
    private static final String NONE =
            "no kernel is named: whether objects and symbols exist, and which of several symbols is"
                    + " meant, was not checked\nhelp: name one or several by -A" + Option.KERNEL.key()
                    + "=<release, index or vmlinuz>";

    private final List<KernelName> names;
    private final Reporter reporter;
    private final KernelLocator locator;
    private final List<TargetKernel> open = new ArrayList<>();
    private boolean opened;
    private boolean failed;

    Kernels(List<KernelName> names, Map<String, String> environment, Reporter reporter) {
        this.names = names;
        this.reporter = reporter;
        this.locator = new KernelLocator(CacheFolder.of(environment), IndexProgress.NONE, reporter::note);
    }

    /** All that can be opened; what cannot is reported once. */
    List<TargetKernel> open() {
        if (!opened) {
            opened = true;
            if (names.isEmpty()) {
                reporter.note(NONE);
            }
            names.forEach(this::open);
        }
        return open;
    }

    /** Whether the author named a kernel, be it one that can be used or not. */
    boolean named() {
        return !names.isEmpty();
    }

    /** Whether a kernel could not be used. */
    boolean failed() {
        return failed;
    }

    /** Reports an index that turned out to be damaged where it was read. */
    void reportDamage(IOException damage) {
        report("names a kernel that cannot be used: " + damage.getMessage());
    }

    private void open(KernelName name) {
        try {
            KernelIndex index = name.path() == null
                    ? locator.openRelease(name.text())
                    : locator.open(name.path().toString());
            String release = index.release().orElse("");
            String problem = problem(release, name);
            if (problem != null) {
                index.close();
                report(problem);
                return;
            }
            open.add(new TargetKernel(release, index));
            noteWhatIsMissing(release, index);
        } catch (NoSuchFileException e) {
            report("names nothing that is there: '" + e.getFile() + "'");
        } catch (IOException e) {
            report("names a kernel that cannot be used: " + e.getMessage());
        }
    }

    /** A release names the part of the tree that is for the kernel, and tells the Makefile which KDIR is its. */
    private @Nullable String problem(String release, KernelName name) {
        if (release.isEmpty()) {
            return "names a kernel whose release is not known: " + Quote.of(name.shortName())
                    + "; make an index with the kernel's image among its sources";
        }
        String unusable = KernelRelease.problem(release);
        if (unusable != null) {
            return "names a kernel whose release " + unusable + ": " + Quote.of(release);
        }
        return open.stream().anyMatch(other -> other.name().equals(release))
                ? "names two kernels of release " + Quote.of(release)
                : null;
    }

    private void noteWhatIsMissing(String label, KernelIndex index) {
        if (index.vmlinux().isEmpty()) {
            reporter.note(label + ": its index has no vmlinux, of which nothing was checked");
        }
        if (index.objects().stream().noneMatch(object -> object.kind() == ObjectKind.MODULE)) {
            reporter.note(label + ": its index has no modules, of which nothing was checked");
        }
    }

    private void report(String problem) {
        failed = true;
        reporter.reportOption(Diagnostic.of(
                DiagnosticCode.KERNEL,
                Option.KERNEL.key(),
                "option '" + Option.KERNEL.key() + "' " + problem,
                Hint.help("name an index file, something to index such as a vmlinuz, or the release of a kernel in the"
                        + " cache")));
    }

    @Override
    public void close() {
        open.forEach(kernel -> kernel.index().close());
        open.clear();
    }
}
