package dev.klp.untrusted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.Samples;
import dev.klp.kernel.btf.declaration.Declarations;
import dev.klp.kernel.btf.declaration.Definitions;
import dev.klp.kernel.btf.declaration.PrototypeComparison;
import dev.klp.kernel.btf.declaration.PrototypePin;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readings of BTF. */
final class BtfReadings {
    private static final Set<BtfKind> SIZED =
            EnumSet.of(BtfKind.INT, BtfKind.FLOAT, BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM, BtfKind.DATASEC);

    private BtfReadings() {}

    private static Btf parse(byte[] input) throws BtfFormatException {
        return Btf.parse("input", ByteBuffer.wrap(input));
    }

    static void types(byte[] input) throws BtfFormatException {
        walk(parse(input));
    }

    static void splitTypes(byte[] input) throws BtfFormatException {
        byte[] base = Samples.everyKind().bytes(ByteOrder.LITTLE_ENDIAN);
        walk(Btf.parse("module", ByteBuffer.wrap(input), Btf.parse("vmlinux", ByteBuffer.wrap(base))));
    }

    private static void walk(Btf btf) throws BtfFormatException {
        Questions questions = new Questions();
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            int type = id;
            if (SIZED.contains(btf.kind(type))) {
                btf.sizeBytes(type);
            }
            questions.ask(() -> btf.type(type));
            questions.ask(() -> btf.resolve(type));
            questions.ask(() -> btf.functions(btf.name(type)));
            questions.ask(() -> btf.tags(btf.name(type)));
        }
        questions.finish();
    }

    static void declarations(byte[] input) throws BtfFormatException {
        Btf btf = parse(input);
        Questions questions = new Questions();
        Declarations declarations = Declarations.of(btf);
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            int type = id;
            questions.ask(() -> declarations.declare(type, "it"));
            questions.ask(
                    () -> assertThat(Definitions.of(btf).define(type).text()).isNotNull());
            BtfKind kind = btf.kind(type);
            if (kind == BtfKind.FUNC) {
                questions.ask(() -> declarations.function(type));
                questions.ask(() -> declarations.functionPointer(type));
                questions.ask(() -> PrototypePin.of(btf, type));
                questions.ask(() -> compareWithItself(btf, type));
            } else if (kind == BtfKind.VAR) {
                questions.ask(() -> declarations.variable(type));
            }
        }
        questions.finish();
    }

    private static void compareWithItself(Btf btf, int function) throws BtfFormatException {
        assertThat(PrototypeComparison.compare(btf, function, btf, function)).isEmpty();
    }

    private interface Question {
        void ask() throws BtfFormatException;
    }

    /** Many questions, each of its own: that one is refused must not keep the others from being asked. */
    private static final class Questions {
        private boolean answered;
        private @Nullable BtfFormatException refusal;

        void ask(Question question) {
            try {
                question.ask();
                answered = true;
            } catch (BtfFormatException e) {
                refusal = e;
            }
        }

        void finish() throws BtfFormatException {
            if (!answered && refusal != null) {
                throw refusal;
            }
        }
    }
}
