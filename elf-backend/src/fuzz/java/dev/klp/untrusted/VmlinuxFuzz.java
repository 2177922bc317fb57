package dev.klp.untrusted;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes {@link UntrustedInput#VMLINUX}. */
final class VmlinuxFuzz {
    static Stream<byte[]> seeds() throws IOException {
        return UntrustedInput.VMLINUX.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = Budget.DURATION, maxExecutions = Budget.EXECUTIONS)
    void read(byte[] input) {
        UntrustedInput.VMLINUX.read(input);
    }
}
