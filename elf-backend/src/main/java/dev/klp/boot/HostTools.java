package dev.klp.boot;

import dev.klp.elf.ElfFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programs that a boot needs on the host. */
public final class HostTools {
    /** Where Debian's busybox-static puts it; searched for on the PATH after that. */
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    /** The segment that names the dynamic linker: gABI 5, "Program Header". */
    private static final int PT_INTERP = 3;

    private HostTools() {}

    /** What is missing for this machine, one line each with the Debian package that has it; empty if nothing is. */
    public static List<String> missingFor(Machine machine) {
        List<String> missing = new ArrayList<>();
        if (find(machine.qemu()) == null) {
            missing.add(machine.qemu() + " is not on the PATH (Debian: qemu-system-x86)");
        }
        @Nullable Path busybox = findBusybox();
        if (busybox == null) {
            missing.add("busybox is not on the PATH (Debian: busybox-static)");
        } else if (!isStatic(busybox)) {
            missing.add(busybox + " is not linked statically (Debian: busybox-static)");
        }
        return missing;
    }

    static Path qemu(Machine machine) throws BootException {
        return require(find(machine.qemu()), machine);
    }

    static Path busybox(Machine machine) throws BootException {
        @Nullable Path busybox = findBusybox();
        return require(busybox != null && isStatic(busybox) ? busybox : null, machine);
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

    /** Whether a program runs without a dynamic linker, as it must in a file system that holds nothing else. */
    private static boolean isStatic(Path program) {
        try {
            return ElfFile.map(program).programHeaders().stream().noneMatch(header -> header.type() == PT_INTERP);
        } catch (IOException e) {
            // No ELF file, such as a script: nothing that the kernel starts in an empty file system.
            return false;
        }
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
