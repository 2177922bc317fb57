package dev.klp.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ElfFileTest {
    @Test
    void saysHowAForeignFileStarts() {
        assertThatThrownBy(() -> ElfFile.parse("a.ko", ByteBuffer.wrap(new byte[] {1, 2, 3})))
                .isInstanceOf(ElfFormatException.class)
                .hasMessage("a.ko: not an ELF file: it starts with 01 02 03, must be 7f 45 4c 46 (at 0x0)");
    }

    @Test
    void saysWhatToDoWithACompressedModule() {
        byte[] xz = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 0};
        assertThatThrownBy(() -> ElfFile.parse("a.ko.xz", ByteBuffer.wrap(xz)))
                .hasMessageContaining("xz-compressed data; decompress it first");
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertThatThrownBy(() -> ElfFile.parse("a.ko", ByteBuffer.allocate(0)))
                .hasMessage("a.ko: not an ELF file: it is empty (at 0x0)");
    }

    @Test
    void packsRelocationInfoOfBothClasses() {
        for (ElfFormat format : ElfFormats.ALL) {
            long info = format.relocationInfo(format.maxRelocationSymbol(), 0xFE);
            assertThat(format.relocationSymbol(info)).isEqualTo(format.maxRelocationSymbol());
            assertThat(format.relocationType(info)).isEqualTo(0xFE);
        }
    }
}
