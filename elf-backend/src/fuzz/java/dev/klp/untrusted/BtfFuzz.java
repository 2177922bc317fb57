package dev.klp.untrusted;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes {@link UntrustedInput#BTF}. */
final class BtfFuzz {
    static Stream<byte[]> seeds() throws IOException {
        return UntrustedInput.BTF.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = Budget.DURATION, maxExecutions = Budget.EXECUTIONS)
    void read(byte[] input) {
        UntrustedInput.BTF.read(input);
    }
}
