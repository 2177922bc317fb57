package dev.klp.kernel.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the files that describe a kernel where distributions put them. */
public final class KernelFiles {
    private static final Path OSRELEASE = Path.of("/proc/sys/kernel/osrelease");
    private static final Path KALLSYMS = Path.of("/proc/kallsyms");

    private final Path root;
    private final String release;

    private KernelFiles(Path root, String release) {
        this.root = root;
        this.release = release;
    }

    /** The release of the kernel that this machine runs. */
    public static String runningRelease() throws IOException {
        return Files.readString(OSRELEASE).strip();
    }

    /**
     * The files of the kernel that this machine runs.
     *
     * @param notes takes a line for each file that is missing and would have told more
     */
    public static List<Path> running(Consumer<String> notes) throws IOException {
        KernelFiles files = new KernelFiles(Path.of("/"), runningRelease());
        List<Path> found = new ArrayList<>();
        Path image = files.first(
                "boot/vmlinuz-%s", "boot/vmlinux-%s", "lib/modules/%s/vmlinuz", "usr/lib/modules/%s/vmlinuz");
        if (image == null) {
            notes.accept("no readable image of the running kernel " + files.release
                    + ": its symbols are read from /proc/kallsyms, which does not tell what can be replaced");
            found.add(KALLSYMS);
        } else {
            found.add(image);
        }
        files.addCommon(found, notes);
        return found;
    }

    /**
     * The files of a kernel whose packages were unpacked.
     *
     * @param root the folder that they were unpacked into
     * @param notes takes a line for each file that is missing and would have told more
     */
    public static List<Path> unpacked(Path root, String release, Consumer<String> notes) throws IOException {
        KernelFiles files = new KernelFiles(root, release);
        List<Path> found = new ArrayList<>();
        Path image = files.first("boot/vmlinuz-%s", "boot/vmlinux-%s");
        if (image != null) {
            found.add(image);
        }
        files.addCommon(found, notes);
        return found;
    }

    private void addCommon(List<Path> found, Consumer<String> notes) {
        // A folder without modules holds only the links that a headers package leaves.
        Path modules = first("lib/modules/%s/kernel", "usr/lib/modules/%s/kernel");
        if (modules == null) {
            notes.accept("not found for " + release + ": modules");
        } else {
            found.add(modules.resolveSibling(""));
        }
        addAnywhere(
                found,
                notes,
                "Module.symvers (checksums of exports)",
                "usr/src/linux-headers-%s/Module.symvers",
                "lib/modules/%s/build/Module.symvers",
                "lib/modules/%s/symvers.gz",
                "lib/modules/%s/symvers.xz",
                "boot/symvers-%s.gz");
        addAnywhere(
                found,
                notes,
                "the kernel's configuration",
                "boot/config-%s",
                "lib/modules/%s/config",
                "usr/src/linux-headers-%s/.config",
                "lib/modules/%s/build/.config");
    }

    private void add(List<Path> found, Consumer<String> notes, String what, String... candidates) {
        Path file = first(candidates);
        if (file == null) {
            notes.accept("not found for " + release + ": " + what);
        } else {
            found.add(file);
        }
    }

    /** Headers are often installed although the image was only unpacked. */
    private void addAnywhere(List<Path> found, Consumer<String> notes, String what, String... candidates) {
        if (first(candidates) != null) {
            add(found, notes, what, candidates);
        } else {
            new KernelFiles(Path.of("/"), release).add(found, notes, what, candidates);
        }
    }

    private @Nullable Path first(String... candidates) {
        for (String candidate : candidates) {
            Path file = root.resolve(candidate.replace("%s", release));
            if (Files.isReadable(file)) {
                return file;
            }
        }
        return null;
    }
}
