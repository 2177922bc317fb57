package dev.klp.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rendered tree written to disk as the annotation processor places it, with a converter that records how it is called.
 *
 * @param folder the tree's folder
 * @param module the module's name
 * @param out where the Makefile is expected to build
 * @param converter the converter; its calls stand in the file beside it that ends in {@code .calls}
 */
record TreeOnDisk(Path folder, String module, Path out, Path converter) {
    static TreeOnDisk write(Path build, Patches patch) {
        String module = patch.module().name().text();
        Path folder = build.resolve("classes/klp").resolve(module);
        TreeOnDisk tree =
                new TreeOnDisk(folder, module, build.resolve("klp").resolve(module), build.resolve("converter"));
        tree.place(new KbuildRenderer().render(patch.module()));
        script(tree.converter, "echo \"$@\" >> \"$0.calls\"");
        return tree;
    }

    void place(List<GeneratedFile> files) {
        for (GeneratedFile file : files) {
            write(folder.resolve(file.path().text()), file.text());
        }
    }

    /** Runs make in the tree; further words may override the converter. */
    Command make(String... words) {
        return make(Map.of(), words);
    }

    Command make(Map<String, String> environment, String... words) {
        List<String> line = new ArrayList<>(List.of("make", "-C", folder.toString(), "KLP=" + converter));
        line.addAll(List.of(words));
        return Command.run(folder.getRoot(), environment, line.toArray(String[]::new));
    }

    Path ko() {
        return out.resolve(module + ".ko");
    }

    List<String> converterCalls() {
        Path calls = Path.of(converter + ".calls");
        try {
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void script(Path file, String body) {
        write(file, "#!/bin/sh\n" + body + "\n");
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
