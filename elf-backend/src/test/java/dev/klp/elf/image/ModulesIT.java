package dev.klp.elf.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.testing.KernelCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesIT {
    @Test
    void aRewriteWithoutAChangeIsByteIdentical() throws IOException {
        for (Path module : sample(200)) {
            ElfFile file = ElfFile.read(module);
            assertThat(ElfWriter.toBytes(ElfReader.read(file)))
                    .as(module.toString())
                    .isEqualTo(file.bytes());
            ElfImage image = ElfReader.read(file);
            inflate(image);
            assertThat(ElfWriter.toBytes(image)).as(module.toString()).isEqualTo(file.bytes());
        }
    }

    private static void inflate(ElfImage image) throws IOException {
        for (Section section : image.sections()) {
            if (section.content() instanceof RelocationContent relocations) {
                relocations.entries();
            }
        }
    }

    static List<Path> sample(int count) throws IOException {
        List<Path> modules = new ArrayList<>(KernelCache.modulesBelow(KernelCache.modules()));
        modules.sort(Comparator.comparingLong(ModulesIT::size));
        List<Path> sample = new ArrayList<>();
        for (int i = 0; i < Math.min(count, modules.size()); i++) {
            sample.add(modules.get((int) ((long) i * (modules.size() - 1) / (count - 1))));
        }
        return sample;
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
