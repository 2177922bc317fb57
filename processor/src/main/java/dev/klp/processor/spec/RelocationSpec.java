package dev.klp.processor.spec;

import java.util.List;

/**
 * One {@code @KlpModuleReloc} as it is written.
 *
 * @param symbol the symbol's name in the kernel
 * @param declaration the C declaration, empty for that of the kernel's BTF
 * @param sympos which symbol of that name
 * @param anchor what else tells which one
 * @param definedIn the defining object, empty for the annotated one
 * @param cName the name in the author's C code, which is the symbol's where none is given
 */
public record RelocationSpec(
        Positioned<String> symbol,
        Positioned<String> declaration,
        Positioned<Integer> sympos,
        AnchorSpec anchor,
        Positioned<String> definedIn,
        Positioned<String> cName) {
    /** Whether the author wrote the declaration. */
    public boolean isDeclared() {
        return declaration.given();
    }

    /** Everything that it says, to compare. */
    List<Object> withoutPlace() {
        return List.of(
                symbol.value(),
                declaration.value(),
                sympos.value(),
                anchor.withoutPlace(),
                definedIn.value(),
                cName.value());
    }
}
