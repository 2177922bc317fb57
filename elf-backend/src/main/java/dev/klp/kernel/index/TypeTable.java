package dev.klp.kernel.index;

import dev.klp.kernel.SymbolKind;
import java.util.List;

/** What BTF says of the functions and variables of one object. */
record TypeTable(MappedObject object) {
    List<String> declarations(int name, SymbolKind kind) {
        return List.of();
    }
}
