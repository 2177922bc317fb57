package dev.klp.kernel.vmlinux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.Machine;
import dev.klp.kernel.image.TestKernels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads parts of kernels that the test lays out itself. */
class KernelMemoryTest {
    private static final List<ElfFormat> FORMATS = List.of(
            new ElfFormat(true, ByteOrder.LITTLE_ENDIAN),
            new ElfFormat(true, ByteOrder.BIG_ENDIAN),
            new ElfFormat(false, ByteOrder.LITTLE_ENDIAN),
            new ElfFormat(false, ByteOrder.BIG_ENDIAN));
    private static final int TABLE = 0x100;
    private static final int STRINGS = 0x800;

    static Stream<Arguments> everyEntryForm() {
        return FORMATS.stream().flatMap(format -> ExportEntry.FORMS.stream().map(form -> Arguments.of(format, form)));
    }

    @ParameterizedTest
    @MethodSource("everyEntryForm")
    void readsExportsInEveryForm(ElfFormat format, ExportEntry form) throws IOException {
        long base = format.is64() ? 0xffff_ffff_8100_0000L : 0xc100_0000L;
        ByteBuffer content = ByteBuffer.allocate(0x1000).order(format.order());
        List<KernelExport> expected = new ArrayList<>();
        int at = TABLE;
        int text = STRINGS;
        for (int i = 0; i < 7; i++) {
            String name = "exported_symbol_" + i;
            String namespace = form.fields() == 3 && i % 3 == 1 ? "NS_" + i : "";
            int nameAt = text;
            text = putText(content, text, name);
            int namespaceAt = namespace.isEmpty() ? -1 : text;
            text = namespace.isEmpty() ? text : putText(content, text, namespace);
            at = pointer(content, format, form, base, at, 0x10);
            at = pointer(content, format, form, base, at, nameAt);
            at = form.fields() == 3 ? pointer(content, format, form, base, at, namespaceAt) : at;
            expected.add(new KernelExport(name, i == 2, namespace));
        }
        KernelMemory memory =
                new KernelMemory(TestKernels.elfImage(format, Machine.EM_X86_64, base, content.array()), format, 0);
        AddressRange range = new AddressRange(base + TABLE, base + at);

        assertThat(form.read(memory, range, index -> index == 2)).isEqualTo(expected);
        ExportEntry recognised = ExportEntry.FORMS.stream()
                .filter(candidate -> candidate.read(memory, range, index -> false) != null)
                .findFirst()
                .orElseThrow();
        assertThat(recognised).isEqualTo(form);
    }

    @Test
    void findsTheEmbeddedConfiguration() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(new byte[333]);
        content.write("IKCFG_ST".getBytes(StandardCharsets.US_ASCII));
        try (OutputStream stream = new GZIPOutputStream(content)) {
            stream.write("CONFIG_LIVEPATCH=y\n".getBytes(StandardCharsets.US_ASCII));
        }
        content.write("IKCFG_ED".getBytes(StandardCharsets.US_ASCII));
        content.write(new byte[333]);

        var image = TestKernels.elfImage(FORMATS.get(0), Machine.EM_X86_64, 0, content.toByteArray());
        assertThat(EmbeddedConfig.find(image)).contains("CONFIG_LIVEPATCH=y\n");
        assertThat(EmbeddedConfig.find(TestKernels.elfImage(FORMATS.get(0), Machine.EM_X86_64, 0, new byte[999])))
                .isEmpty();
    }

    @Test
    void findsTheReleaseBehindTextsThatOnlyLookLikeABanner() throws IOException {
        byte[] content = "Linux version %s (%s)\0Linux version \0Linux version 6.1.0-x (a@b) (gcc) #1 SMP\n\0"
                .getBytes(StandardCharsets.US_ASCII);
        String banner = Banner.find(TestKernels.elfImage(FORMATS.get(0), Machine.EM_X86_64, 0, content));

        assertThat(banner).isEqualTo("Linux version 6.1.0-x (a@b) (gcc) #1 SMP");
        assertThat(Banner.release(String.valueOf(banner))).isEqualTo("6.1.0-x");
    }

    private static int putText(ByteBuffer content, int at, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        content.put(at, bytes);
        return at + bytes.length;
    }

    /** Writes a pointer to the byte at {@code target}, or none for -1. */
    private static int pointer(ByteBuffer content, ElfFormat format, ExportEntry form, long base, int at, int target) {
        if (form.relative()) {
            content.putInt(at, target < 0 ? 0 : target - at);
            return at + Integer.BYTES;
        }
        format.putWord(content, at, target < 0 ? 0 : base + target);
        return at + format.wordSize();
    }
}
