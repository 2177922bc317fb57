package dev.klp.kernel.symvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.KernelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSymversTest {
    @TempDir
    Path folder;

    private ModuleSymvers read(String... contents) throws IOException {
        Path[] files = new Path[contents.length];
        for (int i = 0; i < contents.length; i++) {
            files[i] = Files.writeString(folder.resolve("Module.symvers" + i), contents[i]);
        }
        return ModuleSymvers.read(List.of(files));
    }

    @Test
    void readsExporterLicenceNamespaceAndChecksum() throws IOException {
        ModuleSymvers symvers = read("""
                0x4c9d28b0\tphys_base\tvmlinux\tEXPORT_SYMBOL\t
                0xffe56bc2\tzs_get_total_pages\tmm/zsmalloc\tEXPORT_SYMBOL_GPL\t
                0x00000000\ti2c_helper\tdrivers/i2c/i2c-dev\tEXPORT_SYMBOL_GPL\tI2C_INTERNAL
                """);
        assertThat(symvers.symbols())
                .containsExactly(
                        new ExportedSymbol("phys_base", "vmlinux", false, "", 0x4c9d28b0L),
                        new ExportedSymbol("zs_get_total_pages", "zsmalloc", true, "", 0xffe56bc2L),
                        new ExportedSymbol("i2c_helper", "i2c_dev", true, "I2C_INTERNAL", 0));
        assertThat(symvers.find("absent")).isNull();
    }

    @Test
    void readsTheFieldOrdersOfOlderKernels() throws IOException {
        assertThat(read(
                                "0x1\told\tvmlinux\tEXPORT_SYMBOL",
                                "0x2\tspaced\tNS\tdrivers/usb/core/usbcore\tEXPORT_SYMBOL_GPL")
                        .symbols())
                .containsExactly(
                        new ExportedSymbol("old", "vmlinux", false, "", 1),
                        new ExportedSymbol("spaced", "usbcore", true, "NS", 2));
    }

    @Test
    void theFirstFileWins() throws IOException {
        ExportedSymbol found = read("0x1\ta\tvmlinux\tEXPORT_SYMBOL\t\n", "0x2\ta\tother\tEXPORT_SYMBOL\t\n")
                .find("a");
        assertThat(found).isEqualTo(new ExportedSymbol("a", "vmlinux", false, "", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x1\ta\tvmlinux",
                "0x1\ta\tvmlinux\tSOMETHING\t",
                "1\ta\tvmlinux\tEXPORT_SYMBOL\t",
                "0x\ta\tvmlinux\tEXPORT_SYMBOL\t",
                "0xg\ta\tvmlinux\tEXPORT_SYMBOL\t",
                "0x123456789\ta\tvmlinux\tEXPORT_SYMBOL\t",
                "0x1\t\tvmlinux\tEXPORT_SYMBOL\t",
                "0x1\ta\t\tEXPORT_SYMBOL\t",
                "0x1\ta\tvmlinux\tEXPORT_SYMBOL\tNS\tmore",
                "",
                "\u007fELF\u0002\u0001"
            })
    void namesTheLineThatIsNoneOfASymvers(String line) {
        assertThatThrownBy(() -> read("0x1\tgood\tvmlinux\tEXPORT_SYMBOL\t\n" + line + "\n"))
                .isInstanceOf(KernelFormatException.class)
                .hasMessage(folder.resolve("Module.symvers0") + ": line 2: not a line of a Module.symvers;"
                        + " expected CRC, symbol, object, kind of export and namespace between tabs");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
    }

    @Test
    void aMissingFileIsReported() {
        assertThatThrownBy(() -> ModuleSymvers.read(List.of(folder.resolve("none"))))
                .isInstanceOf(NoSuchFileException.class);
    }
}
