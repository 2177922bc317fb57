package dev.klp.kernel.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.klp.kernel.btf.declaration.Declarations;
import dev.klp.kernel.btf.declaration.Visibility;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything in the BTF of the kernels at hand is read and printed. */
@SuppressWarnings("SystemOut")
final class StockKernelBtfIT {
    static List<String> releases() throws Exception {
        return StockKernel.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyFunctionAndVariablePrints(String release) throws Exception {
        Btf btf = StockKernel.read(release).btf();
        Declarations written = Declarations.of(btf);
        Declarations resolved = Declarations.of(btf, Visibility.NONE);
        int functions = 0;
        int variables = 0;
        int typedefs = 0;
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            BtfKind kind = btf.kind(id);
            if (kind == BtfKind.FUNC) {
                functions++;
                if (!written.function(id).nameable()
                        || !written.functionPointer(id).text().contains("(*)(")) {
                    fail("%s prints as %s", btf.name(id), written.function(id));
                }
                typedefs += resolved.functionPointer(id).typedefs().isEmpty() ? 0 : 1;
            } else if (kind == BtfKind.VAR) {
                variables++;
                assertThat(written.variable(id).text()).contains(btf.name(id));
            }
        }
        System.out.printf(
                "%s: %d types, %d functions printed (%d need a typedef that names a structure), %d variables%n",
                release, btf.endId() - 1, functions, typedefs, variables);
        assertThat(functions).isPositive();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theOtherByteOrderGivesTheSame(String release) throws Exception {
        Btf little = StockKernel.read(release).btf();
        Btf big = Btf.parse(release, ByteBuffer.wrap(ByteSwap.swap(little.bytes())));

        assertThat(big.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(big.endId()).isEqualTo(little.endId());
        for (int id = 0; id < little.endId(); id++) {
            if (!big.type(id).equals(little.type(id))) {
                assertThat(big.type(id)).isEqualTo(little.type(id));
            }
        }
        assertThat(big.functions("printk")).isEqualTo(little.functions("printk"));
    }

    @Test
    void kernelsWithoutBtfAreToldByThat() throws Exception {
        for (String release : StockKernel.releases(false)) {
            System.out.println(release + ": built without BTF");
            assertThat(StockKernel.find(release)).isNull();
        }
    }
}
