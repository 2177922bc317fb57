package dev.klp.kernel.btf.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrototypePinTest {
    private final BtfBuilder builder = BtfBuilder.base();
    private final int character = builder.integer("char", 1, 1);
    private final int ssize = builder.typedef("ssize_t", builder.integer("long int", 8, 1));
    private final int page = builder.typedef("page_t", ssize);
    private final int kobject = builder.pointer(builder.add(7, false, 0, "kobject", 0));
    private final int text = builder.pointer(character);

    @Test
    void comparesFunctionTypesWithWhatEveryUnitKnows() throws Exception {
        int show = builder.function("show", builder.prototype(ssize, "k", kobject, "at", page, "buf", text));

        PrototypePin pin = PrototypePin.of(builder.build(), show);

        assertThat(pin.types()).containsExactly("ssize_t (struct kobject *, ssize_t, char *)");
        assertThat(pin.pointers()).containsExactly("ssize_t (*)(struct kobject *, ssize_t, char *)");
        assertThat(pin.tags()).containsExactly("struct kobject");
        assertThat(pin.typedefs()).isEmpty();
        assertThat(pin.condition("new_show"))
                .isEqualTo(
                        "__builtin_types_compatible_p(typeof(new_show), ssize_t (struct kobject *, ssize_t, char *))");
    }

    @Test
    void acceptsAnyOfSeveralFunctionsAndEnumerationsAsIntegers() throws Exception {
        int first = builder.function("show", builder.prototype(ssize, "k", kobject));
        int second =
                builder.function("show", builder.prototype(0, "c", builder.enumeration("colour", 4, false, "RED", 0)));

        assertThat(PrototypePin.of(builder.build(), first, second).types())
                .containsExactly("ssize_t (struct kobject *)", "void (unsigned int)", "void (enum colour)");
    }

    @Test
    void namesTheTypedefsThatAUnitHasToKnow() throws Exception {
        int atomic = builder.typedef("atomic_t", builder.composite(4, "", 8, "counter", ssize, 0, 0));
        int read = builder.function("read", builder.prototype(ssize, "v", builder.pointer(atomic)));

        assertThat(PrototypePin.of(builder.build(), read).typedefs()).containsExactly("atomic_t");
    }

    @Test
    void holdsForFunctionsThatDoNotReturn(@TempDir Path folder) throws Exception {
        int panic =
                builder.function("panic", builder.prototype(0, "text", builder.pointer(builder.constant(character))));
        Btf btf = builder.build();
        String condition = PrototypePin.of(btf, panic).condition("f");
        CCompiler compiler = new CCompiler(folder);

        assertThat(compiler.check("same", unit("__attribute__((noreturn)) void f(const char *text);", condition)))
                .isEmpty();
        assertThat(compiler.check("other", unit("void f(char *text);", condition)))
                .contains("pinned");
        assertThatThrownBy(() -> PrototypePin.of(btf)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String unit(String declaration, String condition) {
        return declaration + "\n_Static_assert(" + condition + ", \"pinned\");\n";
    }
}
