package dev.klp.benchmark;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.kernel.indexer.KernelLocator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What an editor waits for: an index is opened, and asked about the symbols of a patch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelIndexBenchmark {
    private static final int SYMBOLS = 50;

    /** An index file, a source, or a release in the cache. */
    @Param("")
    private String kernel = "";

    private Path file = Path.of("");
    private final List<String> names = new ArrayList<>();

    /** Takes names from all over the table, functions and data. */
    @Setup
    public void chooseNames() throws IOException {
        file = KernelLocator.of(System.getenv()).locate(kernel);
        try (KernelIndex index = MappedKernelIndex.open(file)) {
            KernelObject vmlinux = index.vmlinux().orElseThrow();
            int step = vmlinux.symbolCount() / SYMBOLS;
            vmlinux.symbols()
                    .filter(symbol -> symbol.index() % step == 0)
                    .limit(SYMBOLS)
                    .forEach(symbol -> names.add(symbol.name()));
        }
        if (names.size() != SYMBOLS) {
            throw new IllegalStateException("the kernel has too few symbols: " + names.size());
        }
    }

    /** Opens the index and closes it. */
    @Benchmark
    public void open(Blackhole sink) throws IOException {
        try (KernelIndex index = MappedKernelIndex.open(file)) {
            sink.consume(index.release());
        }
    }

    /** Opens the index and asks everything about fifty symbols of vmlinux but their declarations. */
    @Benchmark
    public void openAndAnswerFiftySymbols(Blackhole sink) throws IOException {
        try (KernelIndex index = MappedKernelIndex.open(file)) {
            answer(index, sink, false);
        }
    }

    /** The same with declarations, for which the types of vmlinux are read. */
    @Benchmark
    public void openAndDeclareFiftySymbols(Blackhole sink) throws IOException {
        try (KernelIndex index = MappedKernelIndex.open(file)) {
            answer(index, sink, true);
        }
    }

    private void answer(KernelIndex index, Blackhole sink, boolean declarations) {
        KernelObject vmlinux = index.vmlinux().orElseThrow();
        for (String name : names) {
            for (KernelSymbol symbol : vmlinux.symbols(name)) {
                sink.consume(symbol.position());
                sink.consume(symbol.occurrences());
                sink.consume(symbol.traceability());
                sink.consume(symbol.export());
                sink.consume(symbol.aliases());
                sink.consume(symbol.previous());
                sink.consume(symbol.next());
                if (declarations) {
                    sink.consume(symbol.declarations());
                }
            }
        }
    }
}
