package dev.klp.untrusted;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes {@link UntrustedInput#CONVERSION}. */
final class ConversionFuzz {
    static Stream<byte[]> seeds() throws IOException {
        return UntrustedInput.CONVERSION.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = Budget.DURATION, maxExecutions = Budget.EXECUTIONS)
    void read(byte[] input) {
        UntrustedInput.CONVERSION.read(input);
    }
}
