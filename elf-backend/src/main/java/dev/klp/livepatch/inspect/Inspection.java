package dev.klp.livepatch.inspect;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.ElfReader;
import dev.klp.kernel.modules.ModuleInfo;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.container.ModuleSignature;
import dev.klp.livepatch.patch.PatchSearch;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module, as a person looks at it.
 *
 * @param architecture what it is built for
 * @param info the texts of its {@code .modinfo}, in order
 * @param patch its {@code struct klp_patch}
 * @param gates the relocations that the livepatch core applies, by the object that they wait for, in the order of the file
 * @param undefined the names of the undefined symbols, which the module loader resolves, sorted
 * @param sizes how much memory and file it takes
 * @param signature its signature, or null
 */
public record Inspection(
        String architecture,
        List<ModuleInfo.Entry> info,
        PatchSearch patch,
        List<GatedRelocations> gates,
        List<String> undefined,
        ModuleSizes sizes,
        @Nullable ModuleSignature signature) {
    public Inspection {
        info = List.copyOf(info);
        gates = List.copyOf(gates);
        undefined = List.copyOf(undefined);
    }

    /**
     * Looks at a module.
     *
     * @param name the file's name, for messages
     * @param bytes the module, unpacked, from position to limit
     * @throws ElfFormatException if it is malformed
     */
    public static Inspection of(String name, ByteBuffer bytes) throws ElfFormatException {
        ElfFile file = ElfFile.parse(name, bytes);
        KernelModule module = KernelModule.of(ElfReader.read(file));
        return new Inspection(
                module.architecture().name(),
                InfoTexts.of(file),
                PatchSearch.in(module),
                GatedRelocations.of(module),
                module.symbols().symbols().stream()
                        .filter(symbol -> symbol.isUndefined())
                        .map(symbol -> symbol.name())
                        .sorted()
                        .toList(),
                ModuleSizes.of(file),
                ModuleSignature.of(bytes));
    }

    /** The first text with a tag, or null. */
    public @Nullable String first(String tag) {
        for (ModuleInfo.Entry entry : info) {
            if (entry.tag().equals(tag)) {
                return entry.value();
            }
        }
        return null;
    }
}
