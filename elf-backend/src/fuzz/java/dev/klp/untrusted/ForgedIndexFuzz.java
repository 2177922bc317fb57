package dev.klp.untrusted;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes {@link UntrustedInput#FORGED_INDEX}. */
final class ForgedIndexFuzz {
    static Stream<byte[]> seeds() throws IOException {
        return UntrustedInput.FORGED_INDEX.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = Budget.DURATION, maxExecutions = Budget.EXECUTIONS)
    void read(byte[] input) {
        UntrustedInput.FORGED_INDEX.read(input);
    }
}
