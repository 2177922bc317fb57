package dev.klp.kernel.indexer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fetches Debian's kernel packages into the cache and unpacks them there, without installing anything. */
public final class DebianPackages {
    /** What Debian's policy allows in the name of a package, beginning as a release does. */
    private static final Pattern RELEASE = Pattern.compile("[0-9][a-z0-9+.-]*");

    private final Path cache;
    private final Consumer<String> notes;

    /**
     * @param cache the cache folder
     * @param notes takes a line for each package that is fetched
     */
    public DebianPackages(Path cache, Consumer<String> notes) {
        this.cache = cache;
        this.notes = notes;
    }

    /**
     * The folder with the unpacked image and headers of a release. What is there already is not fetched again.
     *
     * @throws IOException if the packages can't be fetched or unpacked
     */
    public Path fetch(String release) throws IOException {
        if (!RELEASE.matcher(release).matches()) {
            throw new IOException("'" + release + "' is not the release of a Debian kernel, such as 6.1.0-56-amd64");
        }
        Path folder = cache.resolve("debian").resolve(release);
        if (!Files.exists(folder.resolve("boot/vmlinuz-" + release))) {
            // The signed package has the same kernel, and is the only one where Debian does not sign.
            unpack(folder, "linux-image-" + release + "-unsigned", "linux-image-" + release);
        }
        Path symvers = Path.of("usr/src/linux-headers-" + release, "Module.symvers");
        if (!Files.exists(folder.resolve(symvers)) && !Files.exists(Path.of("/").resolve(symvers))) {
            unpack(folder, "linux-headers-" + release);
        }
        return folder;
    }

    private void unpack(Path folder, String... packages) throws IOException {
        Files.createDirectories(cache);
        Path work = Files.createTempDirectory(cache, "download-");
        try {
            Path archive = download(work, packages);
            Path tree = Files.createDirectory(work.resolve("tree"));
            String failure = run(work, "dpkg-deb", "--extract", archive.toString(), tree.toString());
            if (!failure.isEmpty()) {
                throw new IOException("dpkg-deb cannot unpack " + archive.getFileName() + ": " + failure);
            }
            merge(tree, folder);
        } finally {
            delete(work);
        }
    }

    private Path download(Path work, String... packages) throws IOException {
        String failure = "";
        for (String name : packages) {
            notes.accept("fetching " + name);
            failure = run(work, "apt-get", "download", name);
            if (failure.isEmpty()) {
                try (Stream<Path> files = Files.list(work)) {
                    return files.filter(file -> file.toString().endsWith(".deb"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("apt-get download " + name + " left no package"));
                }
            }
        }
        throw new IOException("apt-get cannot download " + String.join(" or ", packages) + ": " + failure);
    }

    /** Runs a program and returns what it said if it failed, else nothing. */
    private static String run(Path folder, String... command) throws IOException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            int status = process.waitFor();
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
            return status == 0 ? "" : text.isEmpty() ? "exit code " + status : text.replace('\n', ' ');
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException(command[0] + " was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** Moves what was unpacked to where it belongs; folders that are there already take it in. */
    private static void merge(Path source, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.createDirectories(target.resolveSibling(""));
            Files.move(source, target);
            return;
        }
        List<Path> children = new ArrayList<>();
        try (Stream<Path> files = Files.list(source)) {
            files.forEach(children::add);
        }
        for (Path child : children) {
            Path place = target.resolve(source.relativize(child));
            if (Files.isDirectory(child) && !Files.isSymbolicLink(child)) {
                merge(child, place);
            } else {
                Files.move(child, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }
}
