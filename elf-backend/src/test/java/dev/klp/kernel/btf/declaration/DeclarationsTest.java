package dev.klp.kernel.btf.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfBuilder;
import dev.klp.kernel.btf.BtfFormatException;
import org.junit.jupiter.api.Test;

final class DeclarationsTest {
    private final BtfBuilder builder = BtfBuilder.base();
    private final int integer = builder.integer("int", 4, 1);
    private final int character = builder.integer("char", 1, 1);
    private final int unsignedLong = builder.integer("long unsigned int", 8, 0);

    @Test
    void printsAPrototypeAsAKernelDeveloperWritesIt() throws Exception {
        int ssize = builder.typedef("ssize_t", builder.integer("long int", 8, 1));
        int kobject = builder.pointer(builder.composite(4, "kobject", 4, "kref", integer, 0, 0));
        int attribute = builder.pointer(builder.add(7, false, 0, "kobj_attribute", 0));
        int prototype = builder.prototype(ssize, "kobj", kobject, "attr", attribute, "buf", builder.pointer(character));
        int function = builder.function("type_show", prototype);
        Btf btf = builder.build();

        assertThat(Declarations.of(btf).function(function))
                .hasToString("ssize_t type_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)");
        Declaration pin = Declarations.of(btf).functionPointer(function);
        assertThat(pin).hasToString("ssize_t (*)(struct kobject *, struct kobj_attribute *, char *)");
        assertThat(pin.tags()).containsExactly("struct kobj_attribute", "struct kobject");
        assertThat(pin.typedefs()).containsExactly("ssize_t");
        assertThat(pin.nameable()).isTrue();
        assertThat(Declarations.of(btf, Visibility.NONE).functionPointer(function))
                .hasToString("long (*)(struct kobject *, struct kobj_attribute *, char *)");
        assertThat(Declarations.of(btf, Visibility.LINUX_TYPES).functionPointer(function))
                .hasToString("ssize_t (*)(struct kobject *, struct kobj_attribute *, char *)");
    }

    @Test
    void putsPointersArraysAndFunctionsInTheirPlaces() throws Exception {
        int callback = builder.pointer(builder.prototype(0, "", integer));
        int four = builder.array(callback, unsignedLong, 4);
        int rows = builder.array(builder.array(integer, unsignedLong, 3), unsignedLong, 2);
        int getter = builder.pointer(builder.prototype(callback));
        Btf btf = builder.build();

        assertThat(declare(btf, callback)).isEqualTo("void (*x)(int)");
        assertThat(declare(btf, four)).isEqualTo("void (*x[4])(int)");
        assertThat(declare(btf, rows)).isEqualTo("int x[2][3]");
        assertThat(declare(btf, getter)).isEqualTo("void (*(*x)(void))(int)");
        assertThat(Declarations.of(btf).type(getter)).hasToString("void (*(*)(void))(int)");
    }

    @Test
    void printsPointersToArraysAndOpenDimensions() throws Exception {
        int row = builder.pointer(builder.array(integer, unsignedLong, 3));
        int open = builder.array(builder.array(integer, unsignedLong, 0), unsignedLong, 0);
        Btf btf = builder.build();

        assertThat(declare(btf, row)).isEqualTo("int (*x)[3]");
        assertThat(Declarations.of(btf).type(row)).hasToString("int (*)[3]");
        assertThat(declare(btf, open)).isEqualTo("int x[][0]");
    }

    @Test
    void putsQualifiersWhereTheyBelong() throws Exception {
        int text = builder.pointer(builder.constant(character));
        int fixed = builder.constant(text);
        int restricted = builder.add(11, false, 0, "", builder.pointer(fixed));
        int table = builder.constant(builder.array(builder.constant(character), unsignedLong, 8));
        int register = builder.constant(builder.add(9, false, 0, "", integer));
        Btf btf = builder.build();

        assertThat(declare(btf, text)).isEqualTo("const char *x");
        assertThat(declare(btf, fixed)).isEqualTo("const char *const x");
        assertThat(Declarations.of(btf).type(fixed)).hasToString("const char *const");
        assertThat(declare(btf, restricted)).isEqualTo("const char *const *__restrict__ x");
        assertThat(declare(btf, table)).isEqualTo("const char x[8]");
        assertThat(declare(btf, register)).isEqualTo("const volatile int x");
    }

    @Test
    void expandsTypedefsAndEnumerationsThatTheUnitDoesNotKnow() throws Exception {
        int handler = builder.typedef("handler_t", builder.pointer(builder.prototype(integer, "", integer)));
        int colour = builder.enumeration("colour", 4, false, "RED", 0);
        int signed = builder.enumeration("delta", 4, true, "DOWN", -1);
        int small = builder.enumeration("small", 1, false, "ONE", 1);
        int anonymous = builder.composite(4, "", 4, "counter", integer, 0, 0);
        int untagged = builder.pointer(anonymous);
        int hidden = builder.typedef("atomic_t", anonymous);
        int prototype = builder.prototype(
                0, "h", builder.constant(handler), "c", colour, "d", signed, "s", small, "a", builder.pointer(hidden));
        int function = builder.function("f", prototype);
        Btf btf = builder.build();

        assertThat(Declarations.of(btf).function(function))
                .hasToString("void f(const handler_t h, enum colour c, enum delta d, enum small s, atomic_t *a)");
        Declaration resolved = Declarations.of(btf, Visibility.NONE).functionPointer(function);
        assertThat(resolved).hasToString("void (*)(int (*const)(int), unsigned int, int, unsigned char, atomic_t *)");
        assertThat(resolved.typedefs()).containsExactly("atomic_t");
        assertThat(Declarations.of(btf, Visibility.NONE).type(untagged))
                .hasToString("struct { ... } *")
                .returns(false, Declaration::nameable);
        Declaration partly = Declarations.of(btf, new Visibility("atomic_t"::equals, "colour"::equals))
                .functionPointer(function);
        assertThat(partly).hasToString("void (*)(int (*const)(int), enum colour, int, unsigned char, atomic_t *)");
        assertThat(partly.nameable()).isTrue();
        assertThat(partly.enumerations()).containsExactly("colour");
    }

    @Test
    void writesVaListInsteadOfTheTagBehindIt() throws Exception {
        int tag = builder.composite(4, "__va_list_tag", 24, "gp_offset", integer, 0, 0);
        int prototype = builder.prototype(
                integer, "fmt", builder.pointer(builder.constant(character)), "args", builder.pointer(tag));
        int function = builder.function("vprintk", prototype);
        Btf btf = builder.build();

        assertThat(Declarations.of(btf).function(function)).hasToString("int vprintk(const char *fmt, va_list args)");
        assertThat(Declarations.of(btf, Visibility.NONE).functionPointer(function))
                .hasToString("int (*)(const char *, __builtin_va_list)");
    }

    @Test
    void printsVariadicAndEmptyParameterLists() throws Exception {
        int variadic = builder.function("printk", builder.prototype(integer, "fmt", character, "", 0));
        int empty = builder.function("schedule", builder.prototype(0));
        int unspecified = builder.function("old", builder.prototype(0, "", 0));
        Btf btf = builder.build();

        assertThat(Declarations.of(btf).function(variadic)).hasToString("int printk(char fmt, ...)");
        assertThat(Declarations.of(btf).function(empty)).hasToString("void schedule(void)");
        assertThat(Declarations.of(btf).function(unspecified)).hasToString("void old()");
    }

    @Test
    void printsAVariable() throws Exception {
        int variable = builder.add(14, false, 0, "runqueues", builder.composite(4, "rq", 4, "nr", integer, 0, 0), 1);

        assertThat(Declarations.of(builder.build()).variable(variable)).hasToString("struct rq runqueues");
    }

    @Test
    void refusesNamesThatWouldWriteCodeOfTheirOwn() throws Exception {
        int evil = builder.composite(4, "a; } static", 4);
        int function = builder.function("f()", builder.prototype(0));
        Btf btf = builder.build();

        assertThatThrownBy(() -> Declarations.of(btf).declare(evil, "x"))
                .isInstanceOf(BtfFormatException.class)
                .hasMessageEndingWith("type [4] has a name that is no C identifier: 'a; } static'");
        assertThatThrownBy(() -> Declarations.of(btf).function(function)).isInstanceOf(BtfFormatException.class);
    }

    @Test
    void refusesEndlessAndExplodingTypes() throws Exception {
        int self = builder.pointer(4);
        assertThat(self).isEqualTo(4);
        int doubled = integer;
        for (int i = 0; i < 60; i++) {
            doubled = builder.pointer(builder.prototype(0, "", doubled, "", doubled));
        }
        int exploding = doubled;
        int takesIt = builder.function("f", builder.prototype(0, "x", exploding));
        Btf btf = builder.build();

        assertThatThrownBy(() -> declare(btf, self)).hasMessageContaining("nested deeper than 128 levels");
        assertThatThrownBy(() -> declare(btf, exploding)).hasMessageContaining("more than 16777216 characters");
        assertThatThrownBy(() -> Definitions.of(btf).mention(exploding))
                .hasMessageContaining("more than 4194304 steps");
        assertThatThrownBy(() -> PrototypeComparison.compare(btf, takesIt, btf, takesIt))
                .hasMessageContaining("more than 4194304 steps");
    }

    private static String declare(Btf btf, int type) throws BtfFormatException {
        return Declarations.of(btf).declare(type, "x").text();
    }
}
