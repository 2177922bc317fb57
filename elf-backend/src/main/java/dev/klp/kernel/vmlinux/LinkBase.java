package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFormat;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.kallsyms.Kallsyms;
import java.util.Arrays;

/**
 * The address for which an image without headers was linked: {@code KIMAGE_VADDR} of arm64, {@code TEXT_OFFSET} of s390. Nothing in
 * the image says so; but the right one puts the places that ftrace can change at the starts of functions, and a wrong one puts them
 * anywhere.
 */
final class LinkBase {
    /** That of s390 is 1 MiB, those of arm64 are multiples of 2 MiB. */
    private static final long ALIGNMENT = 1 << 20;

    private static final int SAMPLES = 1000;

    private final long[] starts;
    private final int size;

    private LinkBase(long[] starts, int size) {
        this.starts = starts;
        this.size = size;
    }

    /** The base of {@code image}; 0 if it has headers or no table to tell it by. */
    static long of(KernelImage image, Kallsyms symbols, NamedAddresses names) {
        if (image.elf() != null) {
            return 0;
        }
        ElfFormat format = symbols.format();
        long[] records = names.between(NamedAddresses.MCOUNT_START, NamedAddresses.MCOUNT_END)
                .map(new KernelMemory(image, format, 0)::addresses)
                .orElse(new long[0]);
        long[] starts = new long[symbols.size()];
        Arrays.setAll(starts, symbols::address);
        return records.length == 0 ? 0 : new LinkBase(starts, image.bytes().limit()).bestFor(records);
    }

    /** The base that puts most records near symbols and all of them into the image. */
    private long bestFor(long[] records) {
        long lowest = records[records.length - 1] - size;
        long best = 0;
        int bestHits = 0;
        for (long base = records[0] & -ALIGNMENT; base > lowest && records[0] - base < size; base -= ALIGNMENT) {
            int hits = hits(records, base);
            if (hits > bestHits) {
                best = base;
                bestHits = hits;
            }
        }
        return best;
    }

    private int hits(long[] records, long base) {
        int hits = 0;
        int step = Math.max(1, records.length / SAMPLES);
        for (int i = 0; i < records.length; i += step) {
            if (FunctionEntry.isNear(starts, records[i] - base)) {
                hits++;
            }
        }
        return hits;
    }
}
