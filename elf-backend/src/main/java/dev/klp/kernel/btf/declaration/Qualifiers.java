package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfType.Qualifier;
import java.util.EnumSet;

/** The qualifiers met on the way to the type that they qualify. */
final class Qualifiers {
    private final EnumSet<Qualifier> set = EnumSet.noneOf(Qualifier.class);

    void add(BtfKind kind) {
        switch (kind) {
            case CONST -> set.add(Qualifier.CONST);
            case VOLATILE -> set.add(Qualifier.VOLATILE);
            case RESTRICT -> set.add(Qualifier.RESTRICT);
            default -> throw new IllegalArgumentException(kind.toString());
        }
    }

    /** Adds a modifier, which may be a tag that C does not know. */
    void addUnlessTag(BtfKind kind) {
        if (kind != BtfKind.TYPE_TAG) {
            add(kind);
        }
    }

    void clear() {
        set.clear();
    }

    /** The keywords, each followed by a blank. */
    String prefix() {
        StringBuilder text = new StringBuilder();
        for (Qualifier qualifier : set) {
            text.append(qualifier.keyword()).append(' ');
        }
        return text.toString();
    }
}
