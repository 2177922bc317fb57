package dev.klp.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that can be booted.
 *
 * @param image the file that QEMU loads: {@code vmlinuz-<release>}
 * @param modules its modules' folder, {@code lib/modules/<release>}; null where there is none
 */
public record BootKernel(Path image, @Nullable Path modules) {
    private static final String IMAGE_PREFIX = "vmlinuz-";

    /**
     * Finds the modules of an image that lies as a distribution's package puts it: {@code boot/vmlinuz-<release>} beside
     * {@code lib/modules/<release>}, or beside {@code usr/lib/modules/<release>}.
     *
     * @throws BootException if the image is no readable file
     */
    public static BootKernel of(Path image) throws BootException {
        if (!Files.isRegularFile(image) || !Files.isReadable(image)) {
            throw new BootException(image + ": no readable kernel image");
        }
        return new BootKernel(image, modulesOf(image.toAbsolutePath().normalize()));
    }

    /**
     * Finds the kernel that a person named: an index, whose image and modules are taken as it recorded them; an image; or the
     * release of a kernel in the cache.
     *
     * @throws BootException if it is none of these, or what an index was made from has changed or is gone
     */
    public static BootKernel named(String kernel, Map<String, String> environment) throws IOException {
        Path file = Path.of(kernel);
        if (IndexedKernel.isIndex(file)) {
            return IndexedKernel.of(file);
        }
        return kernel.contains("/") || Files.exists(file)
                ? of(file)
                : KernelCache.of(environment).debian(kernel);
    }

    private static @Nullable Path modulesOf(Path image) {
        String name = String.valueOf(image.getFileName());
        Path boot = image.getParent();
        Path root = boot == null ? null : boot.getParent();
        if (root == null || !name.startsWith(IMAGE_PREFIX)) {
            return null;
        }
        String release = name.substring(IMAGE_PREFIX.length());
        for (String folder : new String[] {"lib/modules", "usr/lib/modules"}) {
            Path modules = root.resolve(folder).resolve(release);
            if (Files.isDirectory(modules)) {
                return modules;
            }
        }
        return null;
    }
}
