package dev.klp.kernel.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.KernelVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The smaller kinds of text. */
class KernelTextsTest {
    @Test
    void aConfigurationHasItsOptionsAndTheVersionOfTheSource() throws KernelFormatException {
        KernelConfig config = KernelConfig.parse("c", """
                        # Linux/x86 6.1.192 Kernel Configuration
                        CONFIG_LIVEPATCH=y
                        CONFIG_LOCALVERSION="-a=b"
                        # CONFIG_OFF is not set

                        CONFIG_HZ=250
                        """.getBytes(UTF_8));
        assertThat(config.values())
                .containsExactly(
                        Map.entry("CONFIG_HZ", "250"),
                        Map.entry("CONFIG_LIVEPATCH", "y"),
                        Map.entry("CONFIG_LOCALVERSION", "\"-a=b\""),
                        Map.entry("CONFIG_OFF", "n"));
        assertThat(config.version()).isEqualTo(new KernelVersion(6, 1, 192));
    }

    @Test
    void theVersionIsThatOfTheHeading() throws KernelFormatException {
        assertThat(version("# Linux/x86_64 5.14.0-427.el9.x86_64 Kernel Configuration"))
                .isEqualTo(new KernelVersion(5, 14, 0));
        assertThat(version("# Linux/arm64 6.18.0-rc3 Kernel Configuration")).hasToString("6.18.0");
        assertThat(version("# Linux/x86 6.1 Kernel Configuration")).isNull();
        assertThat(version("# Linux/x86 6.1.999999999999 Kernel Configuration")).isNull();
        assertThat(version("# Buildroot 2024.02.1 Configuration")).isNull();
    }

    private static @Nullable KernelVersion version(String heading) throws KernelFormatException {
        return KernelConfig.parse("c", (heading + "\nCONFIG_X=y\n").getBytes(UTF_8))
                .version();
    }

    @Test
    void aConfigurationHasNoOtherLines() {
        assertThatThrownBy(() -> KernelConfig.parse("c", "CONFIG_A=y\nA=y\n".getBytes(UTF_8)))
                .isInstanceOf(KernelFormatException.class)
                .hasMessage("c: line 2 is neither CONFIG_NAME=value nor a comment");
    }

    @Test
    void symbolsKlpHasNamesByObject() throws KernelFormatException {
        SymbolsKlp symbols = SymbolsKlp.parse("s", """
                klp-convert-symbol-data.0.1
                *vmlinux
                __ksymtab_printk
                name_show
                name_show
                printk
                *kvm-intel
                init_module
                """.getBytes(UTF_8));

        assertThat(symbols.objects())
                .containsOnlyKeys("vmlinux", "kvm_intel")
                .containsEntry("vmlinux", List.of("__ksymtab_printk", "name_show", "name_show", "printk"));
        assertThat(symbols.exported()).containsEntry("vmlinux", Set.of("printk"));
    }

    @Test
    void symbolsKlpBeginsWithItsVersionAndAnObject() {
        assertThatThrownBy(() -> SymbolsKlp.parse("s", "*vmlinux\n".getBytes(UTF_8)))
                .hasMessageContaining("does not begin with 'klp-convert-symbol-data.0.1'");
        assertThatThrownBy(() -> SymbolsKlp.parse("s", "klp-convert-symbol-data.0.1\nprintk\n".getBytes(UTF_8)))
                .hasMessageContaining("line 2 names a symbol before the first object");
    }

    @Test
    void builtInModulesHaveTheKernelsNames() throws KernelFormatException {
        assertThat(BuiltInModules.parseList("b", "kernel/drivers/i2c/i2c-core.ko\n".getBytes(UTF_8)))
                .containsExactly(Map.entry("i2c_core", "kernel/drivers/i2c/i2c-core.ko"));
        assertThat(BuiltInModules.parseModinfo(
                        "i2c_core.license=GPL\0i2c_core.file=drivers/i2c/i2c-core\0".getBytes(UTF_8)))
                .containsExactly(Map.entry("i2c_core", "kernel/drivers/i2c/i2c-core.ko"));
        assertThatThrownBy(() -> BuiltInModules.parseList("b", "something\n".getBytes(UTF_8)))
                .hasMessage("b: line 1 is not the path of a module");
    }
}
