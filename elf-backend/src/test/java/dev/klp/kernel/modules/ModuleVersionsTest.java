package dev.klp.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleVersionsTest {
    private static byte[] section(boolean is64, String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String name : names) {
            byte[] entry = new byte[64];
            Arrays.fill(entry, 0, is64 ? 8 : 4, (byte) 0x5a);
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, entry, is64 ? 8 : 4, text.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    @Test
    void readsTheNamesOfBothWordSizes() {
        for (boolean is64 : new boolean[] {true, false}) {
            byte[] content = section(is64, "module_layout", "_printk");
            assertThat(ModuleVersions.parse(content, is64).names()).containsExactly("module_layout", "_printk");
        }
    }

    @Test
    void takesEntriesOut() {
        ModuleVersions versions = ModuleVersions.parse(section(true, "a", "b", "c"), true);
        assertThat(versions.without(Set.of("b", "absent"))).isEqualTo(section(true, "a", "c"));
        assertThat(versions.without(Set.of("a", "b", "c"))).isEmpty();
    }

    @Test
    void refusesWhatIsNoTableOfVersions() {
        assertThatThrownBy(() -> ModuleVersions.parse(new byte[65], true))
                .hasMessage("its size of 65 bytes is no multiple of 64");
        assertThatThrownBy(() -> ModuleVersions.parse(new byte[64], true)).hasMessage("the entry at 0x0 has no name");
        byte[] endless = new byte[128];
        Arrays.fill(endless, (byte) 'x');
        assertThatThrownBy(() -> ModuleVersions.parse(endless, true)).hasMessage("the entry at 0x0 has no name");
    }
}
