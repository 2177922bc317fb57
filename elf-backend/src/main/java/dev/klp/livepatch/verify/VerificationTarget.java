package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.modules.ModuleReader;
import dev.klp.livepatch.TargetVersion;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The kernel that a module is verified for.
 *
 * @param version whose rules hold
 * @param index everything else that is known of it, or null
 */
public record VerificationTarget(
        TargetVersion version, @Nullable KernelIndex index) {
    /** A kernel of which only the version is known. */
    public static VerificationTarget of(TargetVersion version) {
        return new VerificationTarget(version, null);
    }

    /**
     * The kernel that a module says it was built for ({@code vermagic=}), or null if it does not say.
     *
     * @param bytes the module, unpacked
     */
    public static @Nullable VerificationTarget ofModule(String name, ByteBuffer bytes) {
        try {
            ElfFile file = ElfFile.parse(name, bytes);
            String vermagic =
                    ModuleReader.isModule(file) ? ModuleReader.read(file).vermagic() : null;
            TargetVersion version = vermagic == null ? null : TargetVersion.parse(vermagic);
            return version == null ? null : of(version);
        } catch (ElfFormatException damaged) {
            return null;
        }
    }

    /**
     * A kernel as it was indexed.
     *
     * @throws IllegalArgumentException if the index does not tell its release
     */
    public static VerificationTarget of(KernelIndex index) {
        String release = index.release().orElse("");
        TargetVersion version = TargetVersion.parse(release);
        if (version == null) {
            throw new IllegalArgumentException("the sources of the index do not tell the kernel's release");
        }
        return new VerificationTarget(version, index);
    }
}
