package dev.klp.templates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The stub headers of {@link BackendIT}: declarations in the shape of the kernel's, with what each version had. */
final class StubHeaders {
    private static final Path FOLDER =
            Path.of("src/test/resources/stub-headers").toAbsolutePath();

    private StubHeaders() {}

    /** Runs gcc in a folder as a kernel of a version would. */
    static Command gcc(Path folder, String release, String... words) {
        String[] version = release.split("\\.");
        List<String> line = new ArrayList<>(List.of(
                "gcc",
                "-std=gnu89",
                "-Wall",
                "-Wno-unused-variable",
                "-Werror",
                "-DLINUX_VERSION_CODE=((" + version[0] + "<<16)+(" + version[1] + "<<8)+0)",
                "-I" + FOLDER,
                "-I."));
        line.addAll(List.of(words));
        return Command.run(folder, line.toArray(String[]::new));
    }
}
