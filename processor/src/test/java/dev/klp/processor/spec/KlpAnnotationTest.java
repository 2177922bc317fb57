package dev.klp.processor.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpModuleRelocs;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;
import dev.klp.annotations.KlpSyscall;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlpAnnotationTest {
    @Test
    void namesAreThoseOfTheAnnotations() {
        assertThat(Arrays.stream(KlpAnnotation.values()).map(KlpAnnotation::qualifiedName))
                .containsExactly(
                        KlpPatch.class.getName(),
                        KlpObject.class.getName(),
                        KlpFunc.class.getName(),
                        KlpSyscall.class.getName(),
                        KlpModuleReloc.class.getName(),
                        KlpModuleRelocs.class.getName());
    }

    @ParameterizedTest
    @CsvSource({
        "CmdlinePatch, cmdline_patch",
        "P, p",
        "XMLPatch, xml_patch",
        "LoopV2Fix, loop_v2_fix",
        "Cve2024Fix, cve2024_fix",
        "already_snake, already_snake"
    })
    void snakeCaseBreaksAtWords(String type, String module) {
        assertThat(SnakeCase.of(type)).isEqualTo(module);
    }
}
