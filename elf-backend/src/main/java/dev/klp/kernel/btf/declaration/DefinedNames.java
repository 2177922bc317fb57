package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of one unit. A kernel has several types of one name in different files; in one unit the second is called
 * {@code name___2}, as bpftool does it.
 */
final class DefinedNames implements TypeNames, BodyPrinter.EnumeratorNames {
    private final Btf btf;
    private final Map<Integer, String> types = new HashMap<>();
    private final Map<Integer, List<String>> enumerators = new HashMap<>();
    /** What each tag stands for: a keyword, and the type that defines it or 0. */
    private final Map<String, Tag> tags = new HashMap<>();

    private final Set<String> ordinary = new HashSet<>();

    private record Tag(String keyword, int definition) {}

    DefinedNames(Btf btf) {
        this.btf = btf;
    }

    @Override
    public String of(int id) throws BtfFormatException {
        String name = types.get(id);
        if (name == null) {
            String wanted = Identifiers.checked(btf, id, btf.name(id));
            name = btf.kind(id) == BtfKind.TYPEDEF ? free(wanted) : tag(id, wanted);
            types.put(id, name);
        }
        return name;
    }

    @Override
    public List<String> of(int id, List<BtfType.Enumerator> values) throws BtfFormatException {
        List<String> names = enumerators.get(id);
        if (names == null) {
            names = new ArrayList<>(values.size());
            for (BtfType.Enumerator value : values) {
                names.add(free(Identifiers.checked(btf, id, value.name())));
            }
            enumerators.put(id, names);
        }
        return names;
    }

    private String free(String wanted) {
        String name = wanted;
        for (int copy = 2; !ordinary.add(name); copy++) {
            name = wanted + "___" + copy;
        }
        return name;
    }

    private String tag(int id, String wanted) throws BtfFormatException {
        String keyword = keyword(id);
        int definition = btf.kind(id) == BtfKind.FWD ? 0 : id;
        String name = wanted;
        for (int copy = 2; ; copy++) {
            Tag taken = tags.get(name);
            boolean shared =
                    taken != null && taken.keyword().equals(keyword) && (definition == 0 || taken.definition() == 0);
            if (taken == null || shared && taken.definition() == 0) {
                tags.put(name, new Tag(keyword, definition));
                return name;
            }
            if (shared) {
                return name;
            }
            name = wanted + "___" + copy;
        }
    }

    /** What stands before a tag. */
    String keyword(int id) throws BtfFormatException {
        return switch (btf.kind(id)) {
            case STRUCT -> "struct";
            case UNION -> "union";
            case FWD -> ((BtfType.Forward) btf.type(id)).union() ? "union" : "struct";
            default -> "enum";
        };
    }
}
