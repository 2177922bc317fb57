package dev.klp.untrusted;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes {@link UntrustedInput#SYMBOLS_KLP}. */
final class SymbolsKlpFuzz {
    static Stream<byte[]> seeds() throws IOException {
        return UntrustedInput.SYMBOLS_KLP.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = Budget.DURATION, maxExecutions = Budget.EXECUTIONS)
    void read(byte[] input) {
        UntrustedInput.SYMBOLS_KLP.read(input);
    }
}
