package dev.klp.kernel.vmlinux;

import dev.klp.testing.KernelCache;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian kernels of other architectures: taken out of the cache or, if they are not in it, downloaded with package lists of their
 * own, so that the system's stay as they are.
 */
final class ForeignDebian {
    private static final String KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
    private static final long MINUTES = 5;

    private final String architecture;
    private final String flavour;

    /**
     * @param architecture Debian's name, such as {@code ppc64el}
     * @param flavour the end of the kernel's release, such as {@code powerpc64le}
     */
    ForeignDebian(String architecture, String flavour) {
        this.architecture = architecture;
        this.flavour = flavour;
    }

    /** The tree of the newest image package of Debian 12; the test goes on only if it can be had. */
    Path tree() throws IOException, InterruptedException {
        Optional<Path> cached = cached();
        if (cached.isEmpty()) {
            Requires.program("apt-get");
            Requires.program("dpkg-deb");
            Requires.path(Path.of(KEYRING), "install debian-archive-keyring");
            Requires.that(download(), "no kernel image for " + architecture + " can be downloaded");
            cached = cached();
        }
        Requires.that(cached.isPresent(), "no kernel for " + architecture + " below " + KernelCache.debian());
        return cached.orElseThrow();
    }

    private Optional<Path> cached() throws IOException {
        if (!Files.isDirectory(KernelCache.debian())) {
            return Optional.empty();
        }
        try (Stream<Path> releases = Files.list(KernelCache.debian())) {
            return releases.filter(release -> release.getFileName().toString().matches("6\\.1\\..*-" + flavour))
                    .max(Comparator.naturalOrder());
        }
    }

    private boolean download() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("klp-apt-");
        Files.createDirectories(folder.resolve("lists/partial"));
        Files.createDirectories(folder.resolve("cache/archives/partial"));
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("status"), "");
        Files.writeString(
                folder.resolve("sources/debian.sources"),
                "Types: deb\nURIs: " + mirror(folder) + "\nSuites: bookworm\nComponents: main\nSigned-By: " + KEYRING
                        + "\n");
        run(folder, apt(folder, "apt-get", "update"));
        String names = run(folder, apt(folder, "apt-cache", "pkgnames", "linux-image-6.1."));
        Optional<String> newest = names.lines()
                .filter(name -> name.matches("linux-image-[0-9.-]*-" + flavour + "(-unsigned)?"))
                .max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            return false;
        }
        run(folder, apt(folder, "apt-get", "download", newest.get()));
        String release = newest.get().replaceFirst("^linux-image-", "").replaceFirst("-unsigned$", "");
        Path target = KernelCache.debian().resolve(release);
        Path part = Files.createTempDirectory(Files.createDirectories(KernelCache.debian()), release + ".part");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".deb")).toList()) {
                run(folder, List.of("dpkg-deb", "-x", file.toString(), part.toString()));
            }
        }
        Files.move(part, target);
        return true;
    }

    /** Where this machine gets its own packages from; the usual mirrors have every architecture. */
    private static String mirror(Path folder) throws IOException, InterruptedException {
        List<String> own = List.of(
                "apt-get",
                "indextargets",
                "--format",
                "$(REPO_URI)",
                "Codename: bookworm",
                "Created-By: Packages",
                "Component: main");
        Optional<String> mirror = run(folder, own).lines().findFirst();
        Requires.that(mirror.isPresent(), "apt knows no mirror of Debian 12: apt-get update");
        return mirror.orElseThrow();
    }

    private List<String> apt(Path folder, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "-oAPT::Architecture=" + architecture,
                "-oAPT::Architectures::=" + architecture,
                "-oDir::State=" + folder,
                "-oDir::State::Lists=" + folder.resolve("lists"),
                "-oDir::State::status=" + folder.resolve("status"),
                "-oDir::Cache=" + folder.resolve("cache"),
                "-oDir::Etc::SourceList=/dev/null",
                "-oDir::Etc::SourceParts=" + folder.resolve("sources"),
                "-oAPT::Sandbox::User=root"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What a program prints; nothing if it fails or takes too long. */
    static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            return "";
        }
        return Files.readString(out, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
