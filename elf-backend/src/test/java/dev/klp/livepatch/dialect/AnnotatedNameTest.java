package dev.klp.livepatch.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotatedNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    .klp.sym.rela.vmlinux.vmlinux.nr_threads,0             | vmlinux   | .klp.sym.vmlinux.nr_threads,0
                    .klp.sym.rela.zram.zsmalloc.zs_get_total_pages,0       | zram      | .klp.sym.zsmalloc.zs_get_total_pages,0
                    .klp.sym.rela.vmlinux.vmlinux.type_show.3              | vmlinux   | .klp.sym.vmlinux.type_show,3
                    .klp.sym.rela.vmlinux.vmlinux.foo.isra.0,2             | vmlinux   | .klp.sym.vmlinux.foo.isra.0,2
                    .klp.sym.rela.vmlinux.vmlinux.foo.isra.0.0             | vmlinux   | .klp.sym.vmlinux.foo.isra.0,0
                    .klp.sym.rela.kvm-intel.kvm-intel.vmx_vcpu_run,1       | kvm_intel | .klp.sym.kvm_intel.vmx_vcpu_run,1
                    .klp.sym.rela.vmlinux.vmlinux.x,4294967295             | vmlinux   | .klp.sym.vmlinux.x,4294967295
                    .klp.sym.rela.vmlinux.vmlinux..LC0,12                  | vmlinux   | .klp.sym.vmlinux..LC0,12
                    """)
    void readsObjectsNameAndPosition(String text, String gatingObject, String livepatchName) {
        AnnotatedName name = AnnotatedName.parse(text);
        assertThat(name.gatingObject().text()).isEqualTo(gatingObject);
        assertThat(name.symbol().livepatchName()).isEqualTo(livepatchName);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    .klp.sym.rela.                                | expected .klp.sym.rela.<gating object>.<defining object>.<name>,<position>
                    .klp.sym.rela.vmlinux.x,0                     | expected .klp.sym.rela.<gating object>.<defining object>.<name>,<position>
                    .klp.sym.rela.vmlinux.vmlinux.nr_threads      | the position after the symbol's name is missing
                    .klp.sym.rela.vmlinux.vmlinux.nr_threads,     | '' is not a position
                    .klp.sym.rela.vmlinux.vmlinux.nr_threads,1x   | '1x' is not a position
                    .klp.sym.rela.vmlinux.vmlinux.nr_threads,-1   | '-1' is not a position
                    .klp.sym.rela.vmlinux.vmlinux.a,12345678901   | '12345678901' is not a position
                    .klp.sym.rela.vmlinux.vmlinux.a,4294967296    | the position 4294967296 is not within 0 and 4294967295
                    .klp.sym.rela.vmlinux.vmlinux.,0              | the symbol's name is empty
                    .klp.sym.rela.vmlinux.vmlinux.a,b,0           | the symbol's name 'a,b' has a comma, which ends a name there
                    .klp.sym.rela..vmlinux.a,0                    | the object's name is empty
                    .klp.sym.rela.net/bluetooth.vmlinux.a,0       | the object's name 'net/bluetooth' has a character other than letters, digits and '_'
                    """)
    void saysWhereANameDeparts(String text, String problem) {
        assertThatThrownBy(() -> AnnotatedName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    @Test
    void respectsTheKernelsLimits() {
        String object = "o".repeat(55);
        String name = "n".repeat(511);
        assertThat(AnnotatedName.parse(AnnotatedName.PREFIX + object + ".vmlinux." + name + ",0")
                        .symbol()
                        .name())
                .isEqualTo(name);
        assertThatThrownBy(() -> AnnotatedName.parse(AnnotatedName.PREFIX + object + "o.vmlinux.a,0"))
                .hasMessage("the object's name has 56 characters; the kernel takes 55 at most");
        assertThatThrownBy(() -> AnnotatedName.parse(AnnotatedName.PREFIX + "a.vmlinux." + name + "n,0"))
                .hasMessage("the symbol's name has 512 characters; the kernel takes 511 at most");
    }
}
