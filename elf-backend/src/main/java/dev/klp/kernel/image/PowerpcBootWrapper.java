package dev.klp.kernel.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import dev.klp.kernel.KernelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The powerpc zImage: an ELF file whose section {@code .kernel:vmlinux.strip} holds the compressed kernel
 * ({@code arch/powerpc/boot/wrapper}).
 */
final class PowerpcBootWrapper implements BootImage {
    private static final String FORM = "powerpc boot wrapper";
    private static final String SECTION = ".kernel:vmlinux.strip";

    @Override
    public @Nullable Payload payload(String file, byte[] bytes) throws KernelFormatException {
        if (!ImageReader.isElf(bytes)) {
            return null;
        }
        try {
            SectionHeader section = ElfFile.parse(file, ByteBuffer.wrap(bytes)).firstNamed(SECTION);
            return section == null ? null : Payload.within(file, bytes, FORM, section.offset(), section.fileSize());
        } catch (KernelFormatException e) {
            throw e;
        } catch (IOException notThisForm) {
            // Whatever is wrong with its headers is reported when it is read as the kernel itself.
            return null;
        }
    }
}
