package dev.klp.templates.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatchModuleTest {
    private static final PatchedFunction FUNCTION =
            new PatchedFunction(new SymbolName("show"), SymbolPosition.UNIQUE, new CIdentifier("livepatch_show"));

    @Test
    void refusesWhatWouldNotCompileOrNotLoad() {
        PatchedObject vmlinux = new PatchedObject(ObjectName.VMLINUX, List.of(FUNCTION));
        SourceFile source = new SourceFile(new RelativePath("a.c"), "");
        Relocation relocation = relocation("vmlinux", "vmlinux", "a", "int a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> module(List.of(vmlinux, vmlinux), List.of(), List.of()))
                .withMessage("object given twice: vmlinux");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> module(List.of(vmlinux), List.of(source, source), List.of()))
                .withMessage("source given twice: a.c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> module(List.of(vmlinux), List.of(), List.of(relocation, relocation)))
                .withMessage("C name given twice: a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatchedObject(ObjectName.VMLINUX, List.of()))
                .withMessage("a klp_object without functions and callbacks: vmlinux");
    }

    @Test
    void theArrayServesSymbolsThatItCanTellApart() {
        Relocation plain = relocation("loop", "loop", "max_part", "int max_part");
        Relocation renamed = relocation("loop", "loop", "max_loop", "int loops");
        Relocation clone = relocation("loop", "loop", "f.isra.0", "int f(void)");
        Relocation elsewhere = relocation("zram", "zsmalloc", "zs_pool", "int zs_pool");
        Relocation first = relocation("vmlinux", "vmlinux", "show", "int show");
        Relocation second = relocation("loop", "loop", "show", "int loop_show");
        List<Relocation> all = List.of(plain, renamed, clone, elsewhere, first, second);

        assertThat(all)
                .extracting(relocation -> RelocationForm.of(relocation, all))
                .containsExactly(
                        RelocationForm.ARRAY,
                        RelocationForm.LABEL,
                        RelocationForm.LABEL,
                        RelocationForm.LABEL,
                        RelocationForm.LABEL,
                        RelocationForm.LABEL);
        assertThat(RelocationForm.of(first, List.of(first, plain))).isEqualTo(RelocationForm.ARRAY);
    }

    private static Relocation relocation(String gating, String defining, String symbol, String declaration) {
        return new Relocation(
                new ObjectName(gating),
                new ObjectName(defining),
                new SymbolName(symbol),
                SymbolPosition.UNIQUE,
                new CDeclaration(declaration));
    }

    private static PatchModule module(
            List<PatchedObject> objects, List<SourceFile> sources, List<Relocation> relocations) {
        return new PatchModule(new ModuleName("m"), true, List.of(), List.of(), sources, objects, relocations);
    }
}
