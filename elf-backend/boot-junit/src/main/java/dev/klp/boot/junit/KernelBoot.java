package dev.klp.boot.junit;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.Boot;
import dev.klp.boot.BootException;
import dev.klp.boot.BootResult;
import dev.klp.boot.HostTools;
import dev.klp.boot.KernelLog;
import dev.klp.boot.Machine;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.boot.Taint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One boot of a kernel for all tests of a class. The steps are named in the order in which they are carried out, before the first
 * test; the tests ask what became of them.
 *
 * <pre>{@code
 * class CmdlinePatchIT {
 *     private static final Livepatch PATCH = new CmdlinePatchLivepatch();
 *
 *     @RegisterExtension
 *     static final KernelBoot BOOT =
 *             KernelBoot.of(() -> TestKernel.debian("6.1")).compare(PATCH, "cat /proc/cmdline");
 *
 *     @Test
 *     void tagsTheCommandLine() {
 *         Comparison cmdline = BOOT.comparison(PATCH);
 *         assertEquals(cmdline.outputBefore().strip() + " livepatch=1", cmdline.outputWith().strip());
 *         assertEquals(cmdline.outputBefore(), cmdline.outputWithout());
 *         assertEquals(List.of(), BOOT.problems());
 *     }
 * }
 * }</pre>
 *
 * <p>Where the kernel, QEMU or busybox is missing, the tests are skipped and say what; with {@code CI=true} in the environment they
 * fail. Boots share nothing: classes that run in parallel boot in parallel. What was made for a boot is deleted after it, unless
 * {@link #buildIn} names a folder.
 */
public final class KernelBoot implements BeforeAllCallback {
    /** Finds the kernel when the tests begin. */
    @FunctionalInterface
    public interface KernelSource {
        /**
         * The kernel.
         *
         * @throws BootException if it is missing, so that the tests cannot run
         */
        TestKernel kernel() throws IOException;
    }

    /** Makes a step from a file of its own, once the tests begin. */
    @FunctionalInterface
    public interface StepMaker {
        /**
         * The step.
         *
         * @param folder an empty folder, or the one of the last run
         */
        Step step(Path folder) throws IOException, InterruptedException;
    }

    /** Makes a step once the kernel is known. */
    @FunctionalInterface
    private interface PlannedStep {
        Step step(PatchBuild build) throws IOException, InterruptedException;
    }

    private final KernelSource source;
    private final List<PlannedStep> steps = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private UnaryOperator<Boot> settings = UnaryOperator.identity();
    private @Nullable Path buildFolder;
    private @Nullable BootResult result;

    private KernelBoot(KernelSource source) {
        this.source = source;
    }

    /** A boot without any step yet. */
    public static KernelBoot of(KernelSource kernel) {
        return new KernelBoot(kernel);
    }

    /** Changes the machine: its memory, time limits, or kernel parameters. */
    public KernelBoot with(UnaryOperator<Boot> change) {
        UnaryOperator<Boot> before = settings;
        settings = boot -> change.apply(before.apply(boot));
        return this;
    }

    /** Keeps what is built in a folder, so that the next run builds only what changed. The modules are in {@code converted/}. */
    public KernelBoot buildIn(Path folder) {
        buildFolder = folder.toAbsolutePath();
        return this;
    }

    /** Builds a patch and loads it; the step lasts until its transition has ended. */
    public KernelBoot load(Livepatch patch, String... parameters) {
        return load("load " + patch.moduleName(), patch, parameters);
    }

    /** Builds a patch and loads it, by a name under which the result is asked for. */
    public KernelBoot load(String name, Livepatch patch, String... parameters) {
        return plan(name, build -> Step.insmod(build.module(patch), parameters));
    }

    /** Disables a patch and unloads it. */
    public KernelBoot disable(Livepatch patch) {
        return step("disable " + patch.moduleName(), Step.disable(patch.moduleName()));
    }

    /** Runs a command of busybox's shell. */
    public KernelBoot run(String name, String command) {
        return step(name, Step.command(command));
    }

    /** Carries out any step, such as the loading of one of the kernel's modules. */
    public KernelBoot step(String name, Step step) {
        return plan(name, build -> step);
    }

    /** Carries out a step that has to be made first, such as the loading of a module that the test builds. */
    public KernelBoot step(String name, StepMaker maker) {
        return plan(
                name,
                build -> maker.step(
                        Files.createDirectories(build.folder().resolve("steps").resolve(name))));
    }

    /** Runs a command before a patch is loaded, with it, and once it is disabled. */
    public KernelBoot compare(Livepatch patch, String command) {
        String name = patch.moduleName();
        return run(name + " before", command)
                .load(patch)
                .run(name + " with", command)
                .disable(patch)
                .run(name + " without", command);
    }

    private KernelBoot plan(String name, PlannedStep step) {
        if (places.put(name, steps.size()) != null) {
            throw new IllegalArgumentException("two steps are called '" + name + "'");
        }
        steps.add(step);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        TestKernel kernel = require();
        @Nullable Path kept = buildFolder;
        Path folder = kept == null ? Files.createTempDirectory("klp-patches-") : kept;
        try {
            PatchBuild build = new PatchBuild(folder, kernel.headers());
            List<Step> all = new ArrayList<>();
            for (PlannedStep step : steps) {
                all.add(step.step(build));
            }
            result = settings.apply(Boot.of(kernel.image())).withSteps(all).run();
        } finally {
            if (kept == null) {
                delete(folder);
            }
        }
    }

    private TestKernel require() throws IOException {
        String missing;
        try {
            TestKernel kernel = source.kernel();
            missing = String.join(
                    "; ", HostTools.missingFor(Machine.of(kernel.image().image())));
            if (missing.isEmpty()) {
                return kernel;
            }
        } catch (BootException e) {
            missing = String.valueOf(e.getMessage());
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new BootException("the boot tests cannot run: " + missing);
        }
        return Assumptions.abort("the boot tests are skipped: " + missing);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(KernelBoot::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that the boot brought back. */
    public BootResult result() {
        if (result == null) {
            throw new IllegalStateException("the kernel was not booted: register this as a static field");
        }
        return result;
    }

    /**
     * What became of a step.
     *
     * @throws IllegalArgumentException if no step is called so
     * @throws AssertionError if the machine stopped before it
     */
    public StepResult at(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no step is called '" + name + "'; there are " + places.keySet());
        }
        List<StepResult> done = result().steps();
        if (place >= done.size()) {
            throw new AssertionError("the machine stopped before '" + name + "': " + result().problems());
        }
        return done.get(place);
    }

    /** What a step printed. */
    public String output(String name) {
        return at(name).output();
    }

    /** What the command of {@link #compare} showed. */
    public Comparison comparison(Livepatch patch) {
        String name = patch.moduleName();
        return new Comparison(
                at(name + " before"),
                at("load " + name),
                at(name + " with"),
                at("disable " + name),
                at(name + " without"));
    }

    /** What went wrong: a module that the kernel refused, a transition that did not end, a fault of the kernel, an early end. */
    public List<String> problems() {
        return result().problems();
    }

    /** Everything that the kernel said. */
    public KernelLog log() {
        return result().console();
    }

    /** The kernel's taint after the last step. */
    public Taint taint() {
        List<StepResult> done = result().steps();
        if (done.isEmpty()) {
            throw new AssertionError("the machine carried out no step: " + result().problems());
        }
        return done.get(done.size() - 1).taint();
    }
}
