package dev.klp.kernel.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.KernelFormatException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KallsymsTextTest {
    private static Map<String, List<AddressLine>> parse(String text) throws KernelFormatException {
        return KallsymsText.parse("dump", text.getBytes(ISO_8859_1));
    }

    @Test
    void keepsTheOrderOfTheFilePerObject() throws KernelFormatException {
        Map<String, List<AddressLine>> objects = parse("""
                0000000000000000 A fixed_percpu_data
                ffffffff81000010 T second
                ffffffff81000010 t first
                ffffffffc0000020 t late\t[loop]
                ffffffffc0000010 t early\t[loop]
                ffffffffc0001000 t ftrace_trampoline\t[__builtin__ftrace]
                ffffffffc0002000 t bpf_prog_6deef7357e7b4530\t[bpf]
                """);

        assertThat(objects).containsOnlyKeys("vmlinux", "loop");
        assertThat(objects.get("vmlinux"))
                .containsExactly(
                        new AddressLine(0, 'A', "fixed_percpu_data"),
                        new AddressLine(0xffffffff81000010L, 'T', "second"),
                        new AddressLine(0xffffffff81000010L, 't', "first"));
        assertThat(objects.get("loop")).extracting(AddressLine::name).containsExactly("late", "early");
    }

    @Test
    void saysWhyEveryAddressIsZero() {
        assertThatThrownBy(() -> parse("0000000000000000 T a\n0000000000000000 t b\t[loop]\n"))
                .isInstanceOf(KernelFormatException.class)
                .hasMessageContaining("kernel.kptr_restrict")
                .hasMessageContaining("as root");
    }

    @Test
    void explainsTheStubThatDebianShips() {
        assertThatThrownBy(() ->
                        parse("ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n"))
                .isInstanceOf(KernelFormatException.class)
                .hasMessageContaining("stub")
                .hasMessageContaining("name vmlinuz instead");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "ffffffff81000000 T ",
                "ffffffff8100000g T a",
                "ffffffff81000000 T a b",
                "ffffffff81000000 T a\t[loop",
                "ffffffff81000000Ta",
                ""
            })
    void namesTheLineThatIsNone(String line) {
        assertThatThrownBy(() -> parse("ffffffff81000000 T good\n" + line + "\n"))
                .isInstanceOf(KernelFormatException.class)
                .hasMessageStartingWith("dump: line 2 ");
    }

    @Test
    void refusesALineWithoutEnd() {
        assertThatThrownBy(() -> parse("f".repeat(70_000)))
                .isInstanceOf(KernelFormatException.class)
                .hasMessageContaining("is longer than 65536 bytes");
    }
}
