package dev.klp.elf.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.Readelf;
import dev.klp.elf.ReadelfText;
import dev.klp.testing.KernelCache;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On modules of the distribution's kernel: 200 of them, from the smallest to the largest in even steps. */
class ModulesIT {
    private static final int SAMPLE = 200;

    private static List<Path> modules = List.of();

    @BeforeAll
    static void choose() throws IOException {
        Path folder = KernelCache.modules();
        List<Path> all = new ArrayList<>(KernelCache.modulesBelow(folder));
        Requires.that(
                all.size() >= SAMPLE,
                all.size() + " modules are below " + folder + ", at least " + SAMPLE + " are needed");
        all.sort(Comparator.comparingLong(ModulesIT::size));
        modules = evenlySpaced(all);
        System.err.println(modules.size() + " of " + all.size() + " modules below " + folder);
    }

    @Test
    void areByteIdenticalAfterARewriteWithoutAChange() throws IOException {
        for (Path module : modules) {
            ElfFile file = ElfFile.map(module);
            assertThat(ElfWriter.toBytes(ElfReader.read(file)))
                    .as(module.toString())
                    .isEqualTo(file.bytes());
        }
    }

    @Test
    void areByteIdenticalWhenEverySymbolAndRelocationWasMadeAnObject() throws IOException {
        for (Path module : modules) {
            ElfFile file = ElfFile.map(module);
            ElfImage image = ElfReader.read(file);
            Inflation.inflate(image);
            assertThat(ElfWriter.toBytes(image)).as(module.toString()).isEqualTo(file.bytes());
        }
    }

    @Test
    void areReadAsReadelfReadsThem() throws IOException {
        for (Path module : modules) {
            Readelf.requireEqual(module.toString(), ReadelfText.of(ElfFile.read(module)), Readelf.of(module));
        }
    }

    private static List<Path> evenlySpaced(List<Path> sorted) {
        List<Path> chosen = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            chosen.add(sorted.get((int) ((long) i * (sorted.size() - 1) / (SAMPLE - 1))));
        }
        return chosen;
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
