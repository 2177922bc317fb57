package dev.klp.templates.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleInfoTest {
    @ParameterizedTest
    @ValueSource(strings = {"x", "\"); evil(", "100 %s \\ ??/", "Zo\u00eb \u4e2d\u6587 \ud83d\udc27", " "})
    void valuesArePrintableText(String value) {
        assertThat(ModuleInfo.problem(value)).isNull();
        assertThat(new ModuleInfo("bug", value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r", "\t", "\0", "\u202eevil", "\u2028", "\ud83d", "\u0085"})
    void valuesHaveNothingInvisible(String value) {
        assertThat(ModuleInfo.problem(value))
                .startsWith("contains U+")
                .endsWith(", it must be one line of printable text");
        assertThatIllegalArgumentException().isThrownBy(() -> ModuleInfo.description(value));
    }

    @Test
    void valuesAreNotEmpty() {
        assertThat(ModuleInfo.problem("")).isEqualTo("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"livepatch", "license", "name", "depends", "vermagic", "srcversion", "intree", "retpoline"})
    void tagsOfEveryModuleAreRefused(String tag) {
        assertThat(ModuleInfo.tagProblem(tag)).isEqualTo("is in every module already");
        assertThatIllegalArgumentException().isThrownBy(() -> new ModuleInfo(tag, "x"));
    }

    @Test
    void tagsWithAnAttributeOfTheirOwnAreNoFreePairs() {
        assertThat(ModuleInfo.tagProblem("author")).isEqualTo("has an attribute of its own: author");
        assertThat(ModuleInfo.author("x").tag()).isEqualTo("author");
        assertThat(ModuleInfo.version("x").tag()).isEqualTo("version");
    }

    @Test
    void tagsAreNames() {
        assertThat(ModuleInfo.tagProblem("cve")).isNull();
        assertThat(ModuleInfo.tagProblem("a=b")).startsWith("contains '='");
        assertThat(ModuleInfo.tagProblem("unix")).isEqualTo("is a macro of the compiler");
    }
}
