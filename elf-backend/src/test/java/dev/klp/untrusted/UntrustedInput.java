package dev.klp.untrusted;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.ElfReferenceException;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.index.IndexFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Every kind of input that comes from outside and that a reader of this module takes. */
public enum UntrustedInput {
    ELF_FILE(ElfReadings::file, ElfSeeds::objects, ElfFormatException.class),
    ELF_IMAGE(ElfReadings::image, ElfSeeds::objects, ElfFormatException.class),
    COMPRESSED(KernelReadings::compressed, CompressedSeeds::streams, KernelFormatException.class),
    KERNEL_IMAGE(
            KernelReadings::image, KernelSeeds::wrappedImages, KernelFormatException.class, ElfFormatException.class),
    KALLSYMS(
            KernelReadings::kallsyms, KernelSeeds::symbolTables, KernelFormatException.class, ElfFormatException.class),
    VMLINUX(KernelReadings::vmlinux, KernelSeeds::kernels, KernelFormatException.class, ElfFormatException.class),
    BTF(BtfReadings::types, BtfSeeds::types, BtfFormatException.class),
    SPLIT_BTF(BtfReadings::splitTypes, BtfSeeds::splitTypes, BtfFormatException.class),
    DECLARATIONS(BtfReadings::declarations, BtfSeeds::types, BtfFormatException.class),
    MODULE(ModuleReadings::module, ElfSeeds::modules, ElfFormatException.class),
    CONVERSION(ModuleReadings::conversion, ElfSeeds::modules, ElfFormatException.class, ElfReferenceException.class),
    SOURCE(TextReadings::source, TextSeeds::all, KernelFormatException.class, ElfFormatException.class),
    SYMVERS(TextReadings::symvers, TextSeeds::symvers, KernelFormatException.class),
    SYMBOL_LIST(TextReadings::symbolList, TextSeeds::symbolLists, KernelFormatException.class),
    SYMBOLS_KLP(TextReadings::symbolsKlp, TextSeeds::symbolsKlp, KernelFormatException.class),
    CONFIG(TextReadings::config, TextSeeds::config, KernelFormatException.class),
    BUILT_IN_MODULES(TextReadings::builtInModules, TextSeeds::builtInModules, KernelFormatException.class),
    INDEX(IndexReadings::index, IndexSeeds::indexes, IndexFormatException.class),
    FORGED_INDEX(IndexReadings::forgedIndex, IndexSeeds::indexes, IndexFormatException.class, BtfFormatException.class);

    /** More processor time than any input of the size that a fuzzer makes may take. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Reading reading;
    private final Seeds seeds;
    private final Set<Class<? extends IOException>> refusals;

    @SafeVarargs
    UntrustedInput(Reading reading, Seeds seeds, Class<? extends IOException>... refusals) {
        this.reading = reading;
        this.seeds = seeds;
        this.refusals = Set.of(refusals);
    }

    /** Inputs that are right. */
    public List<byte[]> seeds() throws IOException {
        return seeds.make();
    }

    /**
     * Reads any bytes.
     *
     * @return whether they were taken for what they claim to be
     * @throws AssertionError if the reader fails with anything but a refusal that it documents, or takes too long
     */
    public boolean read(byte[] input) {
        long start = THREADS.getCurrentThreadCpuTime();
        boolean taken = isTaken(input);
        Duration duration = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        if (duration.compareTo(LIMIT) > 0) {
            throw new AssertionError(name() + " took " + duration);
        }
        return taken;
    }

    private boolean isTaken(byte[] input) {
        try {
            reading.read(input);
            return true;
        } catch (UncheckedIOException e) {
            return refused(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return refused(e);
        }
    }

    private boolean refused(IOException e) {
        if (!refusals.contains(e.getClass())) {
            throw new AssertionError(name() + ": " + e, e);
        }
        return false;
    }
}
