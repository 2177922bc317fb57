package dev.klp.kernel.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.klp.kernel.btf.declaration.Declarations;
import dev.klp.kernel.btf.declaration.Definitions;
import dev.klp.kernel.btf.declaration.PrototypeComparison;
import dev.klp.kernel.btf.declaration.PrototypePin;
import dev.klp.kernel.btf.declaration.ReturnValue;
import dev.klp.kernel.btf.declaration.Visibility;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, the only answer beside a right one is a {@link BtfFormatException}. */
final class BtfDamageTest {
    private static final int MUTATIONS = 5_000;

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = Samples.everyKind().bytes(ByteOrder.BIG_ENDIAN);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                Btf.parse("truncated", ByteBuffer.wrap(part));
            } catch (BtfFormatException expected) {
                assertThat(expected.source()).isEqualTo("truncated");
                continue;
            }
            fail("%d of %d bytes were accepted", length, whole.length);
        }
    }

    @Test
    void mutationsAreAnsweredOrRefused() {
        long seed = System.nanoTime();
        System.out.println("BtfDamageTest seed " + seed);
        Random random = new Random(seed);
        byte[] whole = Samples.everyKind().bytes(ByteOrder.LITTLE_ENDIAN);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] bytes = mutate(whole, random);
                try {
                    askEverything(Btf.parse("mutated", ByteBuffer.wrap(bytes)));
                } catch (BtfFormatException expected) {
                    assertThat(expected.getMessage()).startsWith("mutated: BTF offset 0x");
                }
            }
        });
    }

    private static byte[] mutate(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            // Small numbers and numbers near the limits are where references go wrong.
            bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(40) : random.nextInt(256));
        }
        return bytes;
    }

    @Test
    void mutationsOfSplitBtfAreAnsweredOrRefused() throws Exception {
        long seed = System.nanoTime();
        System.out.println("BtfDamageTest split seed " + seed);
        Random random = new Random(seed);
        Btf base = Samples.everyKind().build();
        BtfBuilder above = BtfBuilder.split(base.endId(), Samples.everyKind().stringBytes());
        int own = above.composite(4, "own", 40, "point", 7, 0, 0, "word", 8, 192, 0, "size", 11, 256, 0);
        above.function("split", above.prototype(above.pointer(own), "own", above.typedef("own_t", own)));
        byte[] whole = above.bytes(ByteOrder.LITTLE_ENDIAN);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] bytes = mutate(whole, random);
                try {
                    askEverything(Btf.parse("mutated", ByteBuffer.wrap(bytes), base));
                } catch (BtfFormatException expected) {
                    assertThat(expected.getMessage()).startsWith("mutated: BTF offset 0x");
                }
            }
        });
    }

    @Test
    void manyTypesOfOneNameAreFoundInBoundedTime() throws Exception {
        BtfBuilder builder = BtfBuilder.base();
        int prototype = builder.prototype(0);
        for (int i = 0; i < 200_000; i++) {
            builder.function("same", prototype);
        }
        Btf btf = builder.build();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(btf.functions("same")).hasSize(200_000));
    }

    @Test
    void namesBeyondTheLimitAreRefused() throws Exception {
        BtfBuilder builder = BtfBuilder.base();
        builder.integer("n".repeat(BtfLimits.NAME), 4, 0);
        int tooLong = builder.integer("n".repeat(BtfLimits.NAME + 1), 4, 0);
        Btf btf = builder.build();

        assertThat(btf.name(1)).hasSize(BtfLimits.NAME);
        assertThatThrownBy(() -> btf.name(tooLong)).hasMessageEndingWith("name is longer than 4096 bytes");
        assertThatThrownBy(() -> btf.functions("n")).hasMessageEndingWith("name is longer than 4096 bytes");
    }

    /** Every type is asked for; a refusal of one does not spare the others. */
    private static void askEverything(Btf btf) {
        Declarations written = Declarations.of(btf);
        Declarations resolved = Declarations.of(btf, Visibility.NONE);
        for (int id = 0; id < btf.endId(); id++) {
            int type = id;
            attempt(() -> btf.type(type));
            attempt(() -> btf.resolve(type));
            attempt(() -> btf.functions(btf.name(type)));
            attempt(() -> written.declare(type, "name"));
            attempt(() -> resolved.type(type));
            attempt(() -> Definitions.of(btf).define(type).text());
            attempt(() -> btf.kind(type) == BtfKind.FUNC ? resolved.functionPointer(type) : type);
            attempt(() -> btf.kind(type) == BtfKind.FUNC ? PrototypePin.of(btf, type) : type);
            attempt(() -> btf.kind(type) == BtfKind.FUNC ? ReturnValue.of(btf, type) : type);
            attempt(() -> btf.kind(type) == BtfKind.FUNC ? PrototypeComparison.compare(btf, type, btf, type) : type);
        }
    }

    private static void attempt(Question question) {
        try {
            assertThat(question.ask()).isNotNull();
        } catch (BtfFormatException expected) {
            assertThat(expected.offset()).isNotNegative();
        }
    }

    private interface Question {
        Object ask() throws BtfFormatException;
    }
}
