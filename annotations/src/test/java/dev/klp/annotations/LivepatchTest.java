package dev.klp.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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

    @Test
    void aPatchThatNamesNoKernelIsOneForAny() {
        List<LivepatchObject> objects = List.of(new LivepatchObject("vmlinux", List.of()));
        Livepatch patch = new Livepatch() {
            @Override
            public String moduleName() {
                return "any";
            }

            @Override
            public List<LivepatchObject> objects() {
                return objects;
            }

            @Override
            public List<String> resources() {
                return List.of("klp/any/Kbuild");
            }
        };

        assertThat(patch.kernels()).containsExactly(new LivepatchKernel("", objects, List.of("klp/any/Kbuild")));
    }

    @Test
    void aKernelKeepsItsOwnLists() {
        List<String> resources = new ArrayList<>(List.of("klp/loadavg_patch/Kbuild"));
        List<LivepatchObject> objects = new ArrayList<>(List.of(new LivepatchObject("vmlinux", List.of())));
        LivepatchKernel kernel = new LivepatchKernel("6.1.0-56-amd64", objects, resources);
        resources.clear();
        objects.clear();

        assertThat(kernel.resources()).hasSize(1);
        assertThat(kernel.objects()).hasSize(1);
    }

    /** The types of {@code include/linux/moduleparam.h}, where {@code module_param} takes their names in lower case. */
    @Test
    void parametersHaveTheTypesOfTheKernel() {
        assertThat(Arrays.stream(KlpParam.Type.values()).map(type -> type.name().toLowerCase(Locale.ROOT)))
                .containsExactly(
                        "byte", "short", "ushort", "int", "uint", "long", "ulong", "ullong", "hexint", "charp", "bool",
                        "invbool");
    }
}
