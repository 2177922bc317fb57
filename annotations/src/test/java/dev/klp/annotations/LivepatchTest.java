package dev.klp.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivepatchTest {
    @Test
    void sysfsShowsAUniqueFunctionAsTheFirst() {
        assertThat(new LivepatchFunction("cmdline_proc_show", 0, "livepatch_cmdline").sysfsName())
                .isEqualTo("cmdline_proc_show,1");
    }

    @Test
    void sysfsShowsThePositionOfAnAmbiguousFunction() {
        assertThat(new LivepatchFunction("type_show", 3, "livepatch_type_show").sysfsName())
                .isEqualTo("type_show,3");
    }

    @Test
    void anObjectKeepsItsOwnListOfFunctions() {
        List<LivepatchFunction> functions = new ArrayList<>();
        functions.add(new LivepatchFunction("loop_attr_do_show_partscan", 0, "livepatch_partscan"));
        LivepatchObject object = new LivepatchObject("loop", functions);
        functions.clear();

        assertThat(object.functions()).hasSize(1);
        assertThatThrownBy(() -> object.functions().clear()).isInstanceOf(RuntimeException.class);
    }

    /** Gradle's incremental processors read CLASS and RUNTIME annotations only. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                KlpPatch.class,
                KlpObject.class,
                KlpFunc.class,
                KlpModuleReloc.class,
                KlpModuleRelocs.class,
                KlpModinfo.class
            })
    void annotationsStayInTheClassFile(Class<?> annotation) {
        assertThat(annotation.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
    }
}
