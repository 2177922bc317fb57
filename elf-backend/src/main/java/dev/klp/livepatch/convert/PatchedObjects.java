package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.patch.PatchSearch;
import dev.klp.livepatch.patch.PatchedObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects whose relocations the kernel applies: vmlinux, and the modules that the patch itself lists.
 *
 * @param byName those that the kernel has, by name, vmlinux first
 * @param unknown why it cannot be told what the patch lists, or null if it can
 */
record PatchedObjects(
        Map<String, KernelObject> byName, @Nullable String unknown) {
    static PatchedObjects of(KernelModule module, KernelIndex kernel) throws ElfFormatException {
        Map<String, KernelObject> objects = new LinkedHashMap<>();
        kernel.vmlinux().ifPresent(vmlinux -> objects.put(vmlinux.name(), vmlinux));
        PatchSearch search = PatchSearch.in(module);
        if (search instanceof PatchSearch.Unknown unknown) {
            return new PatchedObjects(objects, unknown.reason());
        }
        if (search instanceof PatchSearch.Found found) {
            for (PatchedObject object : found.patch().objects()) {
                kernel.object(object.displayName()).ifPresent(known -> objects.put(known.name(), known));
            }
        }
        return new PatchedObjects(objects, null);
    }

    /** Whether a relocation gated by an object of this name would be applied. */
    boolean contains(String object) {
        return byName.containsKey(object);
    }

    /** The patched modules that need another one, so that it is loaded whenever they are. */
    List<String> usersOf(KernelObject module) {
        return byName.values().stream()
                .filter(object -> object.dependencyClosure().stream()
                        .anyMatch(needed -> needed.name().equals(module.name())))
                .map(KernelObject::name)
                .toList();
    }
}
