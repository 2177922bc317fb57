package dev.klp.kernel.modules;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one module says of itself.
 *
 * @param name its name in the kernel's form
 * @param machine {@code e_machine} of its file
 * @param order the byte order of its file
 * @param vermagic the kernel that it was built for, or null
 * @param livepatch whether its modinfo says that it is a livepatch
 * @param dependencies the modules that it needs, in the kernel's form
 * @param sectionNames the names of all sections of the file by index
 * @param symbols its symbols in the order in which the kernel walks them
 * @param exports what it exports
 * @param btf its BTF, or null; a view of the file's bytes
 */
public record KernelModule(
        String name,
        int machine,
        ByteOrder order,
        @Nullable String vermagic,
        boolean livepatch,
        List<String> dependencies,
        List<String> sectionNames,
        List<ModuleSymbol> symbols,
        List<ModuleExport> exports,
        @Nullable ByteBuffer btf) {
    /** The kernel's release: the first word of {@link #vermagic()}, or null. */
    public @Nullable String release() {
        if (vermagic == null || vermagic.isBlank()) {
            return null;
        }
        int end = vermagic.indexOf(' ');
        return end < 0 ? vermagic : vermagic.substring(0, end);
    }
}
