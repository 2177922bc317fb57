package dev.klp.kernel.btf.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfBuilder;
import dev.klp.kernel.btf.BtfFormatException;
import org.junit.jupiter.api.Test;

final class PrototypeComparisonTest {
    private final BtfBuilder builder = BtfBuilder.base();
    private final int integer = builder.integer("int", 4, 1);
    private final int longType = builder.integer("long int", 8, 1);
    private final int device = builder.composite(4, "device", 4, "x", integer, 0, 0);
    private final int pointer = builder.pointer(device);
    private final int reference = function(longType, "dev", pointer);

    @Test
    void looksThroughTypedefsAndDropsQualifiersOfParameters() throws Exception {
        int ssize = builder.typedef("ssize_t", longType);
        int forward = builder.pointer(builder.add(7, false, 0, "device", 0));

        assertSame(function(ssize, "d", builder.constant(forward)));
    }

    @Test
    void namesTheFirstDifference() throws Exception {
        int other = builder.pointer(builder.composite(4, "kobject", 4, "x", integer, 0, 0));
        int constant = builder.pointer(builder.constant(device));

        assertDifference(function(integer, "dev", pointer), "return type: long in A, int in B");
        assertDifference(
                function(longType, "dev", other), "parameter 1 (dev): struct device * in A, struct kobject * in B");
        assertDifference(
                function(longType, "dev", constant),
                "parameter 1 (dev): struct device * in A, const struct device * in B");
        assertDifference(function(longType), "number of parameters: 1 in A, 0 in B");
        assertDifference(function(longType, "dev", pointer, "", 0), "parameters: no ... in A, ... in B");
    }

    @Test
    void tellsApartWhatOneTypedefStandsFor() throws Exception {
        int first = function(0, "h", builder.typedef("handle_t", integer));
        int second = function(0, "h", builder.typedef("handle_t", longType));

        assertThat(compare(first, second)).isEqualTo("parameter 1 (h): handle_t (int) in A, handle_t (long) in B");
    }

    @Test
    void comparesWhatIsBehindPointersArraysAndCallbacks() throws Exception {
        int callback = builder.pointer(builder.prototype(0, "", pointer));
        int same = builder.pointer(builder.prototype(0, "x", builder.constant(pointer)));
        int wider = builder.pointer(builder.prototype(0, "", pointer, "", integer));
        int row = builder.pointer(builder.array(integer, longType, 4));
        int open = builder.pointer(builder.array(integer, longType, 0));
        int longer = builder.pointer(builder.array(integer, longType, 5));

        assertThat(compare(function(0, "f", callback), function(0, "f", same))).isEmpty();
        assertThat(compare(function(0, "f", callback), function(0, "f", wider)))
                .isEqualTo("parameter 1 (f): void (*)(struct device *) in A, void (*)(struct device *, int) in B");
        assertThat(compare(function(0, "f", row), function(0, "f", open))).isEmpty();
        assertThat(compare(function(0, "f", row), function(0, "f", longer)))
                .isEqualTo("parameter 1 (f): int (*)[4] in A, int (*)[5] in B");
    }

    @Test
    void anEnumerationIsCompatibleWithItsIntegerTypeOnly() throws Exception {
        int colour = builder.enumeration("colour", 4, false, "RED", 0);
        int mood = builder.enumeration("mood", 4, false, "CALM", 0);
        int unsigned = builder.integer("unsigned int", 4, 0);

        assertThat(compare(function(0, "c", colour), function(0, "c", unsigned)))
                .isEmpty();
        assertThat(compare(function(0, "c", colour), function(0, "c", integer)))
                .isEqualTo("parameter 1 (c): enum colour in A, int in B");
        assertThat(compare(function(0, "c", colour), function(0, "c", mood)))
                .isEqualTo("parameter 1 (c): enum colour in A, enum mood in B");
    }

    @Test
    void knowsHowWideAReturnValueIs() throws Exception {
        int nothing = builder.function("nothing", builder.prototype(0));
        int size = builder.function("size", builder.prototype(builder.typedef("ssize_t", longType)));
        Btf btf = builder.build();

        assertThat(ReturnValue.of(btf, nothing).sizeBytes()).isZero();
        assertThat(ReturnValue.of(btf, size).sizeBytes()).isEqualTo(8);
        assertThat(ReturnValue.of(btf, size).signed()).isTrue();
        assertThat(ReturnValue.of(btf, size).type()).hasToString("ssize_t");
        assertThat(ReturnValue.of(btf, reference).sizeBytes()).isEqualTo(8);
    }

    private int function(int returned, Object... parameters) {
        return builder.function("f", builder.prototype(returned, parameters));
    }

    private void assertSame(int function) throws BtfFormatException {
        assertThat(compare(reference, function)).isEmpty();
    }

    private void assertDifference(int function, String explanation) throws BtfFormatException {
        assertThat(compare(reference, function)).isEqualTo(explanation);
    }

    private String compare(int left, int right) throws BtfFormatException {
        Btf btf = builder.build();
        return PrototypeComparison.compare(btf, left, btf, right)
                .map(difference -> difference.explain("A", "B"))
                .orElse("");
    }
}
