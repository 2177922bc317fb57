package dev.klp.untrusted;

import dev.klp.kernel.index.IndexWriter;
import dev.klp.kernel.index.KernelContents;
import dev.klp.kernel.index.SmallKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Indexes of a kernel of a few symbols, with and without types. */
final class IndexSeeds {
    private IndexSeeds() {}

    static List<byte[]> indexes() throws IOException {
        return List.of(index(SmallKernel.contents()));
    }

    private static byte[] index(KernelContents contents) throws IOException {
        Path file = Files.createTempFile("seed", ".klpindex");
        try {
            IndexWriter.write(contents, file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
