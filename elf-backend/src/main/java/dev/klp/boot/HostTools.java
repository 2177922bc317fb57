package dev.klp.boot;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programs that a boot needs on the host. */
public final class HostTools {
    /** Where Debian's busybox-static puts it; searched for on the PATH after that. */
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    private HostTools() {}

    /** What is missing for this machine, one line each with the Debian package that has it; empty if nothing is. */
    public static List<String> missingFor(Machine machine) {
        List<String> missing = new ArrayList<>();
        if (find(machine.qemu()) == null) {
            missing.add(machine.qemu() + " is not on the PATH (Debian: qemu-system-x86)");
        }
        if (findBusybox() == null) {
            missing.add("busybox is not on the PATH (Debian: busybox-static)");
        }
        return missing;
    }

    static Path qemu(Machine machine) throws BootException {
        return require(find(machine.qemu()), machine);
    }

    static Path busybox(Machine machine) throws BootException {
        return require(findBusybox(), machine);
    }

    private static Path require(@Nullable Path tool, Machine machine) throws BootException {
        if (tool == null) {
            throw new BootException(String.join("; ", missingFor(machine)));
        }
        return tool;
    }

    private static @Nullable Path findBusybox() {
        return Files.isExecutable(BUSYBOX) ? BUSYBOX : find("busybox");
    }

    private static @Nullable Path find(String program) {
        String path = System.getenv("PATH");
        if (path == null) {
            return null;
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }
}
