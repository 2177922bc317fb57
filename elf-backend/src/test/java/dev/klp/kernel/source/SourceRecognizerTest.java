package dev.klp.kernel.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.SourceKind;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceRecognizerTest {
    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of(SourceKind.SYMVERS, "0x12345678\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n"),
                Arguments.of(SourceKind.CONFIG, "#\n# Automatically generated file; DO NOT EDIT.\n#\nCONFIG_X86=y\n"),
                Arguments.of(SourceKind.CONFIG, "# CONFIG_A is not set\n"),
                Arguments.of(SourceKind.SYSTEM_MAP, "ffffffff81000000 T _stext\nffffffff81000010 t start\n"),
                Arguments.of(SourceKind.SYSTEM_MAP, "c0008000 T _stext\n"),
                Arguments.of(SourceKind.KALLSYMS_DUMP, "ffffffff81000000 T _stext\nffffffffc0000000 t a\t[loop]\n"),
                Arguments.of(SourceKind.SYMBOLS_KLP, "klp-convert-symbol-data.0.1\n*vmlinux\nprintk\n"),
                Arguments.of(SourceKind.MODULES_BUILTIN, "kernel/drivers/i2c/i2c-core.ko\n"),
                Arguments.of(
                        SourceKind.MODULES_BUILTIN_MODINFO,
                        "i2c_core.license=GPL\0i2c_core.file=drivers/i2c/i2c-core\0"),
                // What none of these is can only be an image; its own reader says what is wrong with it.
                Arguments.of(SourceKind.KERNEL_IMAGE, "MZ\0\0\0\0"),
                Arguments.of(SourceKind.KERNEL_IMAGE, "hello\n"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void knowsAFileByItsContent(SourceKind kind, String content) throws IOException {
        assertThat(SourceRecognizer.recognize("f", content.getBytes(ISO_8859_1)))
                .isEqualTo(kind);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> SourceRecognizer.recognize("f", new byte[0]))
                .isInstanceOf(KernelFormatException.class)
                .hasMessage("f: is empty");
    }
}
