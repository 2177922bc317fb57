package dev.klp.kernel.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happened to the file: the right answer or a refusal, never a wrong answer. */
class DamagedIndexTest {
    @TempDir
    private Path folder;

    private byte[] whole = {};

    @BeforeEach
    void writeIndex() throws IOException {
        Path file = folder.resolve("whole");
        IndexWriter.write(SmallKernel.contents(), file);
        whole = Files.readAllBytes(file);
    }

    private Path file(byte[] bytes) throws IOException {
        Path file = folder.resolve("damaged");
        Files.deleteIfExists(file);
        return Files.write(file, bytes);
    }

    /** Everything that can be asked, as text. */
    private static String everything(KernelIndex index) {
        StringBuilder text = new StringBuilder();
        text.append(index.release()).append(index.architecture()).append(index.sources());
        text.append(index.config("CONFIG_LIVEPATCH")).append(index.complete("", 100));
        text.append(index.lookup("i2c_core")).append(index.lookup("zsmalloco"));
        text.append(index.exports("printk")).append(index.exports("zs_malloc"));
        for (KernelObject object : index.objects()) {
            text.append(object.name())
                    .append(object.kind())
                    .append(object.order())
                    .append(object.path());
            text.append(object.vermagic()).append(object.isLivepatch()).append(object.dependencyClosure());
            object.symbols().forEach(symbol -> append(text, symbol));
            text.append(object.nearest("nmae_show")).append(object.clones("do_sysinfo"));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, KernelSymbol symbol) {
        text.append(symbol).append(symbol.address()).append(symbol.section()).append(symbol.sizeBytes());
        text.append(symbol.type())
                .append(symbol.kind())
                .append(symbol.traceability())
                .append(symbol.export());
        text.append(symbol.aliases())
                .append(symbol.previous())
                .append(symbol.next())
                .append(symbol.livePosition());
        text.append(symbol.sourceFile()).append(symbol.isGlobal()).append(symbol.declarations());
    }

    private static String answer(Path file) throws IOException {
        try (KernelIndex index = MappedKernelIndex.open(file)) {
            return everything(index);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Test
    void refusesAnIndexThatIsCutShortAnywhere() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            Path cut = file(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> MappedKernelIndex.open(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IndexFormatException.class)
                    .hasMessageContaining(cut.toString())
                    .message()
                    .containsAnyOf("not a kernel index", "cut short");
        }
    }

    @Test
    void refusesAnIndexWithMoreBytesThanItHad() throws IOException {
        assertThatThrownBy(() -> answer(file(Arrays.copyOf(whole, whole.length + 1))))
                .isInstanceOf(IndexFormatException.class)
                .hasMessageContaining("its header says");
    }

    @Test
    void answersRightOrNotAtAllWhateverByteIsChanged() throws IOException {
        String right = answer(file(whole));
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << (at % 8));
            try {
                assertThat(answer(file(damaged))).as("byte 0x%x", at).isEqualTo(right);
            } catch (IndexFormatException e) {
                refused++;
            }
        }
        // Every byte is summed up, and this kernel fits into few blocks, all of which are asked for.
        assertThat(refused).isEqualTo(whole.length);
    }

    @Test
    void tellsWhereAndWhatToDo() throws IOException {
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;

        assertThatThrownBy(() -> answer(file(damaged)))
                .hasMessageMatching(
                        ".*/damaged: the index is damaged at 0x[0-9a-f]+: the block's checksum does not match"
                                + " its bytes; make it again with 'klp index'");
        assertThatThrownBy(() -> MappedKernelIndex.verify(file(damaged))).isInstanceOf(IndexFormatException.class);
    }

    @Test
    void refusesOtherFiles() {
        assertThatThrownBy(() -> MappedKernelIndex.open(file("CONFIG_X=y\n".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IndexFormatException.class)
                .hasMessageEndingWith("is not a kernel index");
    }

    @Test
    void namesTheVersionOfAnotherProgram() throws IOException {
        byte[] other = whole.clone();
        other[8] = 9;
        ByteBuffer header = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(60, IndexWriter.crc(header.slice(0, 60)));

        assertThatThrownBy(() -> MappedKernelIndex.open(file(other)))
                .hasMessageContaining("is an index of version 9, this program reads version 2");
    }

    /** A forger can make the sums right; what the parts say of each other still can't lead outside the file. */
    @Test
    void contradictionsBetweenThePartsAreFound() throws IOException {
        int outcomes = 0;
        for (int at : positions()) {
            for (int value : List.of(0xFF, 0x7F, 0x01)) {
                byte[] forged = whole.clone();
                forged[at] = (byte) value;
                Forger.fixChecksums(forged);
                try {
                    everything(MappedKernelIndex.open(file(forged)));
                } catch (UncheckedIOException e) {
                    assertThat(e.getCause()).isInstanceOf(IndexFormatException.class);
                } catch (IndexFormatException e) {
                    assertThat(e).hasMessageContaining("damaged");
                }
                outcomes++;
            }
        }
        assertThat(outcomes).isEqualTo(3 * positions().length);
    }

    private int[] positions() {
        return IntStream.range(IndexFormat.HEADER_BYTES, whole.length).toArray();
    }
}
