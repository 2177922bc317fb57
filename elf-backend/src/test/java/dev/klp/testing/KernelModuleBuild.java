package dev.klp.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Kernel modules, built with the headers of a kernel by the kernel's own build system. */
public final class KernelModuleBuild {
    private static final Path MODULES = Path.of("/lib/modules");

    private KernelModuleBuild() {}

    /**
     * The build folder of a kernel: {@code KDIR}, or the first below {@code /lib/modules}. The test goes on only if there is one
     * for x86-64 and the machine has a compiler for it.
     */
    public static Path headers() throws IOException {
        Requires.that(System.getProperty("os.arch").equals("amd64"), "the machine is no x86-64");
        Requires.program("make");
        Requires.program("gcc");
        String named = Requires.variable("KDIR", "");
        if (!named.isEmpty()) {
            return Requires.path(Path.of(named, "include/config/auto.conf"), "KDIR is not the build folder of a kernel")
                    .resolve("../../..")
                    .normalize();
        }
        Requires.path(MODULES, "install linux-headers-amd64");
        try (Stream<Path> releases = Files.list(MODULES)) {
            List<Path> found = releases.sorted()
                    .map(release -> release.resolve("build"))
                    .filter(build -> Files.exists(build.resolve("include/config/auto.conf")))
                    .toList();
            Requires.that(!found.isEmpty(), "no kernel headers below " + MODULES + "; install linux-headers-amd64");
            return found.get(0);
        }
    }

    /** The release of an installed kernel's headers that a regular expression is true of; the test goes on only if there are any. */
    public static String release(String pattern) throws IOException {
        Requires.path(MODULES, "install linux-headers-amd64");
        try (Stream<Path> releases = Files.list(MODULES)) {
            List<String> found = releases.map(release -> String.valueOf(release.getFileName()))
                    .filter(release -> release.matches(pattern) && Files.exists(headers(release)))
                    .sorted()
                    .toList();
            Requires.that(!found.isEmpty(), "no kernel headers " + pattern + " below " + MODULES);
            return found.get(0);
        }
    }

    /** The build folder of an installed kernel's headers. */
    public static Path headers(String release) {
        return MODULES.resolve(release).resolve("build");
    }

    /** What the kernel and its modules export. */
    public static Path symvers() throws IOException {
        return Requires.path(headers().resolve("Module.symvers"), "install linux-headers-amd64");
    }

    /**
     * Builds a module; undefined symbols are a warning.
     *
     * @param folder an empty folder
     * @param name the module's name
     * @param files the files of the folder, {@code Kbuild} among them
     * @return the {@code .ko}
     */
    public static Path build(Path folder, String name, Map<String, String> files) throws IOException {
        return build(headers(), folder, name, files);
    }

    /** The same with the headers of a certain kernel. */
    public static Path build(Path headers, Path folder, String name, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Program.output(
                folder, "make", "-s", "-C", headers.toString(), "M=" + folder, "KBUILD_MODPOST_WARN=1", "modules");
        return folder.resolve(name + ".ko");
    }
}
