package dev.klp.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleInfoTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsTagsValuesAndOffsetsPastPadding() {
        ModuleInfo info = ModuleInfo.parse(bytes("license=GPL\0\0\0depends=zram,zsmalloc\0flag\0a=b=c\0"));
        assertThat(info.entries())
                .containsExactly(
                        new ModuleInfo.Entry(0, "license", "GPL"),
                        new ModuleInfo.Entry(14, "depends", "zram,zsmalloc"),
                        new ModuleInfo.Entry(36, "flag", ""),
                        new ModuleInfo.Entry(41, "a", "b=c"));
        assertThat(info.first("license")).isEqualTo("GPL");
        assertThat(info.first("absent")).isNull();
        assertThat(info.depends()).containsExactly("zram", "zsmalloc");
    }

    @Test
    void anEmptyListOfDependencies() {
        assertThat(ModuleInfo.parse(bytes("depends=\0")).depends()).isEmpty();
        assertThat(ModuleInfo.parse(bytes("license=GPL\0")).depends()).isEmpty();
        assertThat(ModuleInfo.parse(new byte[0]).entries()).isEmpty();
    }

    @Test
    void takingADependencyOutMovesNothingElse() {
        ModuleInfo info = ModuleInfo.parse(bytes("a=1\0depends=zram,zsmalloc\0b=2\0"));
        assertThat(info.withDepends(List.of("zsmalloc"))).isEqualTo(bytes("a=1\0depends=zsmalloc\0\0\0\0\0\0b=2\0"));
        assertThat(info.withDepends(List.of())).isEqualTo(bytes("a=1\0depends=" + "\0".repeat(14) + "b=2\0"));
        assertThat(ModuleInfo.parse(info.withDepends(List.of())).depends()).isEmpty();
        assertThat(ModuleInfo.parse(info.withDepends(List.of())).first("b")).isEqualTo("2");
    }

    @Test
    void dependenciesCannotBeAdded() {
        assertThatThrownBy(() -> ModuleInfo.parse(bytes("depends=a\0")).withDepends(List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesATextWithoutEnd() {
        assertThatThrownBy(() -> ModuleInfo.parse(bytes("license=GPL")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the last text is not ended by a zero byte");
    }
}
