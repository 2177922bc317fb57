package dev.klp.livepatch.arch;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An architecture as a table.
 *
 * @param taken the types of relocation that the loader takes, by number
 * @param refused the names of some others
 * @param ignored a type that the loader passes over, or null if it knows none
 * @param resolvedByLoader the undefined symbol that the loader itself knows, or null
 * @param unknownType what the loader says of a type that it does not know, without the number at its end
 */
record TabulatedArchitecture(
        String name,
        Map<Integer, RelocationKind> taken,
        Map<Integer, String> refused,
        int absolutePointerType,
        @Nullable Integer ignored,
        boolean placesMustBeZero,
        @Nullable String resolvedByLoader,
        String unknownType)
        implements Architecture {
    @Override
    public @Nullable RelocationKind relocation(int type) {
        return taken.get(type);
    }

    @Override
    public String relocationName(int type) {
        RelocationKind kind = taken.get(type);
        return kind != null ? kind.name() : refused.getOrDefault(type, "relocation type " + type);
    }

    @Override
    public OptionalInt ignoredType() {
        return ignored == null ? OptionalInt.empty() : OptionalInt.of(ignored);
    }

    @Override
    public boolean ignoresUndefined(String symbolName) {
        return symbolName.equals(resolvedByLoader);
    }

    @Override
    public String unknownTypeMessage(int type) {
        return unknownType + Integer.toUnsignedString(type);
    }
}
