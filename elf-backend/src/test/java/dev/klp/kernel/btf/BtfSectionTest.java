package dev.klp.kernel.btf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BtfSectionTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsBtfInAnImageWithoutSections(boolean big) throws Exception {
        byte[] btf = Samples.everyKind().bytes(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        ByteBuffer image = ByteBuffer.allocate(btf.length + 200);
        image.put(5, "Linux version 6.1".getBytes(StandardCharsets.US_ASCII));
        // A header whose sections do not fit is passed over.
        image.put(61, btf, 0, 20);
        image.put(101, btf);

        Btf found = Objects.requireNonNull(BtfSection.ofKernel("Image", null, image.clear()));

        assertThat(found.endId()).isEqualTo(24);
        assertThat(found.functions("print")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u009f\u00eb\u0001\u0000"})
    void aKernelWithoutBtfHasNone(String near) throws Exception {
        byte[] image = ("Linux version 6.1" + near + " ".repeat(40)).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(BtfSection.ofKernel("Image", null, ByteBuffer.wrap(image))).isNull();
    }
}
