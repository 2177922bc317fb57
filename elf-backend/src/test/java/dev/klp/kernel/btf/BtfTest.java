package dev.klp.kernel.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.btf.BtfType.IntEncoding;
import dev.klp.kernel.btf.BtfType.Linkage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BtfTest {
    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void readsEveryKindInBothByteOrders(String order) throws Exception {
        ByteOrder byteOrder = order.startsWith("B") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Btf btf = Btf.parse("test", ByteBuffer.wrap(Samples.everyKind().bytes(byteOrder)));

        assertThat(btf.order()).isEqualTo(byteOrder);
        assertThat(btf.firstId()).isEqualTo(1);
        assertThat(btf.endId()).isEqualTo(24);
        assertThat(btf.type(0)).isEqualTo(new BtfType.Void());
        assertThat(btf.type(1)).isEqualTo(new BtfType.Int("int", 4, 32, 0, IntEncoding.SIGNED));
        assertThat(btf.type(2)).isEqualTo(new BtfType.Int("long unsigned int", 8, 64, 0, IntEncoding.UNSIGNED));
        assertThat(btf.type(4)).isEqualTo(new BtfType.Qualified(BtfType.Qualifier.CONST, 3));
        assertThat(btf.type(5)).isEqualTo(new BtfType.Pointer(4));
        assertThat(btf.type(6)).isEqualTo(new BtfType.Array(3, 2, 16));
        assertThat(btf.type(7))
                .isEqualTo(new BtfType.Composite(
                        false,
                        "point",
                        24,
                        List.of(
                                new BtfType.Member("x", 1, 0, 3),
                                new BtfType.Member("y", 1, 3, 5),
                                new BtfType.Member("name", 6, 64, 0))));
        assertThat(btf.type(8))
                .isEqualTo(new BtfType.Composite(
                        true,
                        "word",
                        8,
                        List.of(new BtfType.Member("number", 2, 0, 0), new BtfType.Member("pointer", 5, 0, 0))));
        assertThat(btf.type(9))
                .isEqualTo(new BtfType.Enumeration(
                        "colour",
                        4,
                        true,
                        List.of(new BtfType.Enumerator("RED", -1), new BtfType.Enumerator("BLUE", 7))));
        assertThat(btf.type(10)).isEqualTo(new BtfType.Forward("hidden", false));
        assertThat(btf.type(11)).isEqualTo(new BtfType.Typedef("size_t", 2));
        assertThat(btf.type(12)).isEqualTo(new BtfType.Qualified(BtfType.Qualifier.VOLATILE, 1));
        assertThat(btf.type(13)).isEqualTo(new BtfType.Qualified(BtfType.Qualifier.RESTRICT, 5));
        assertThat(btf.type(14))
                .isEqualTo(new BtfType.Prototype(
                        1, List.of(new BtfType.Parameter("format", 5), new BtfType.Parameter("bytes", 11)), true));
        assertThat(btf.type(15)).isEqualTo(new BtfType.Function("print", 14, Linkage.STATIC));
        assertThat(btf.type(16)).isEqualTo(new BtfType.Variable("counter", 1, Linkage.GLOBAL));
        assertThat(btf.type(17))
                .isEqualTo(new BtfType.DataSection(".data..percpu", 8, List.of(new BtfType.Placed(16, 4, 4))));
        assertThat(btf.type(18)).isEqualTo(new BtfType.Floating("double", 8));
        assertThat(btf.type(19)).isEqualTo(new BtfType.DeclarationTag("kfunc", 15, -1));
        assertThat(btf.type(20)).isEqualTo(new BtfType.TypeTag("user", 3));
        assertThat(btf.type(21))
                .isEqualTo(new BtfType.Enumeration(
                        "wide", 8, false, List.of(new BtfType.Enumerator("HUGE", 0x0123456789abcdefL))));
    }

    @Test
    void findsByNameWithinEachNameSpace() throws Exception {
        Btf btf = Samples.everyKind().build();

        assertThat(btf.functions("print")).containsExactly(15, 23);
        assertThat(btf.functions("counter")).isEmpty();
        assertThat(btf.variables("counter")).containsExactly(16);
        assertThat(btf.tags("point")).containsExactly(7);
        assertThat(btf.tags("colour")).containsExactly(9);
        assertThat(btf.tags("hidden")).containsExactly(10);
        assertThat(btf.typedefs("size_t")).containsExactly(11);
        assertThat(btf.typedefs("int")).containsExactly(1);
        assertThat(btf.functions("")).isEmpty();
        assertThat(btf.functions("print\0")).isEmpty();
        assertThat(btf.functions("prin")).isEmpty();
    }

    @Test
    void splitBtfContinuesTypesAndStringsOfItsBase() throws Exception {
        BtfBuilder below = Samples.everyKind();
        Btf base = below.build();
        BtfBuilder above = BtfBuilder.split(base.endId(), below.stringBytes());
        int own = above.composite(4, "own", 8, "first", 11, 0, 0);
        above.function("print", above.prototype(0, "own", above.pointer(own)));
        Btf btf = Btf.parse("module.ko", ByteBuffer.wrap(above.bytes(ByteOrder.LITTLE_ENDIAN)), base);

        assertThat(btf.firstId()).isEqualTo(24);
        assertThat(btf.type(own))
                .isEqualTo(new BtfType.Composite(false, "own", 8, List.of(new BtfType.Member("first", 11, 0, 0))));
        assertThat(btf.type(11)).isEqualTo(new BtfType.Typedef("size_t", 2));
        assertThat(btf.name(7)).isEqualTo("point");
        assertThat(btf.functions("print")).containsExactly(27, 15, 23);
        assertThat(btf.resolve(11)).isEqualTo(2);
        assertThat(btf.base()).isSameAs(base);
    }

    @Test
    void refusesEndlessTypedefs() throws Exception {
        BtfBuilder builder = BtfBuilder.base();
        builder.typedef("a", 2);
        builder.typedef("b", 1);

        assertThatThrownBy(() -> builder.build().resolve(1))
                .isInstanceOf(BtfFormatException.class)
                .hasMessage("test: BTF offset 0x18: type [1] is nested deeper than 128 levels, or within itself");
    }

    @Test
    void saysWhereTheBytesAreWrong() {
        byte[] good = Samples.everyKind().bytes(ByteOrder.LITTLE_ENDIAN);

        assertProblem(good, 0, (byte) 0, "test: BTF offset 0x0: magic 0xeb9f was expected, found 0xeb00");
        assertProblem(good, 2, (byte) 2, "test: BTF offset 0x2: version 2 is not known, only 1");
        assertProblem(good, 4, (byte) 23, "test: BTF offset 0x4: header length 23 is not within 24 and " + good.length);
        assertProblem(good, 8, (byte) 2, "test: BTF offset 0x8: type section is not aligned to 4 bytes");
        assertProblem(good, 24 + 7, (byte) 31, "test: BTF offset 0x1c: type [1] has the unknown kind 31");
        assertProblem(
                good,
                good.length - 1,
                (byte) 'x',
                "test: BTF offset 0x" + Integer.toHexString(good.length - 1)
                        + ": string section does not end with a zero byte");
    }

    @Test
    void refusesTypesAndStringsThatAreNotThere() throws Exception {
        BtfBuilder builder = BtfBuilder.base();
        builder.pointer(77);
        byte[] bytes = builder.bytes(ByteOrder.LITTLE_ENDIAN);
        bytes[24] = 99;
        Btf btf = Btf.parse("test", ByteBuffer.wrap(bytes));

        assertThatThrownBy(() -> btf.kind(btf.target(1)))
                .hasMessage("test: BTF offset 0x0: there is no type [77], the last one is [1]");
        assertThatThrownBy(() -> btf.name(1))
                .hasMessage("test: BTF offset 0x18: string offset 0x63 is beyond the strings, which end at 0x1");
    }

    private static void assertProblem(byte[] good, int offset, byte value, String message) {
        byte[] bytes = good.clone();
        bytes[offset] = value;
        assertThatThrownBy(() -> Btf.parse("test", ByteBuffer.wrap(bytes)))
                .isInstanceOf(BtfFormatException.class)
                .hasMessage(message);
    }
}
