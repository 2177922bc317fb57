package dev.klp.untrusted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reader takes the inputs from which fuzzing starts, and refuses in its documented way, or takes, damaged ones and those that
 * fuzzing has found ({@code src/fuzz/README.md}).
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class UntrustedInputTest {
    private static final long SEED = 20_261_121;
    private static final int ROUNDS = 50;

    @ParameterizedTest
    @EnumSource
    void takesRightInputs(UntrustedInput input) throws IOException {
        assertThat(input.seeds()).isNotEmpty().anyMatch(input::read);
    }

    @ParameterizedTest
    @EnumSource
    void refusesOrTakesDamagedInputs(UntrustedInput input) throws IOException {
        Random random = new Random(SEED);
        for (byte[] seed : input.seeds()) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] damaged = seed.clone();
                int changes = 1 + random.nextInt(4);
                for (int i = 0; i < changes; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                read(input, damaged, "seed " + SEED + ", round " + round);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesOrTakesWhatFuzzingFound(UntrustedInput input) throws IOException {
        Findings.of(input).forEach((name, bytes) -> read(input, bytes, name));
    }

    private static void read(UntrustedInput input, byte[] bytes, String what) {
        try {
            input.read(bytes);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(input + ", " + what + ": " + e, e);
        }
    }
}
