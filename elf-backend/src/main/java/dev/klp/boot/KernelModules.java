package dev.klp.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kernel's modules folder: finds modules by name, and what they depend on. */
final class KernelModules {
    private final @Nullable Path folder;
    private @Nullable Map<String, Path> files;

    KernelModules(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * A module after all that it depends on, each once.
     *
     * @throws IOException if one of them is not there or cannot be read
     */
    List<ModuleFile> withDependencies(String name) throws IOException {
        Map<String, ModuleFile> found = new LinkedHashMap<>();
        collect(ModuleFile.kernelName(name), found);
        return List.copyOf(found.values());
    }

    private void collect(String name, Map<String, ModuleFile> found) throws IOException {
        if (found.containsKey(name)) {
            return;
        }
        ModuleFile module = ModuleFile.read(file(name));
        for (String dependency : module.depends()) {
            collect(dependency, found);
        }
        found.put(name, module);
    }

    private Path file(String name) throws IOException {
        if (folder == null) {
            throw new BootException(name + ": the kernel's modules folder is not known");
        }
        if (files == null) {
            files = list(folder);
        }
        Path file = files.get(name);
        if (file == null) {
            throw new BootException(folder + ": no module " + name + " in it");
        }
        return file;
    }

    private static Map<String, Path> list(Path folder) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (ModuleFile.isModule(file)) {
                    files.put(ModuleFile.kernelName(file), file);
                }
            }
        }
        return files;
    }
}
