package dev.klp.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A module's file and what must be known of it before it is loaded.
 *
 * @param file the file
 * @param name the module's name in the kernel
 * @param depends the names of the modules that must be loaded before
 */
record ModuleFile(Path file, String name, List<String> depends) {
    private static final String SUFFIX = ".ko";

    static ModuleFile read(Path file) throws IOException {
        return new ModuleFile(file, kernelName(file), List.of());
    }

    static boolean isModule(Path file) {
        return file.toString().endsWith(SUFFIX);
    }

    /** The kernel's form of a module's name: {@code i2c-dev} is {@code i2c_dev} there. */
    static String kernelName(String name) {
        return name.replace('-', '_');
    }

    /** The name that the kernel gives to a module out of this file. */
    static String kernelName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return kernelName(dot < 0 ? name : name.substring(0, dot));
    }
}
