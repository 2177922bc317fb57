package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfLimits;
import dev.klp.kernel.btf.BtfType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans the layout of structures and unions and knows the alignment that types get when they are printed after such a
 * plan. The rules are those of the System V ABIs that Linux uses on 64-bit machines: a type is aligned to its size, and a
 * bit-field does not cross a boundary of its type.
 */
final class LayoutPlanner {
    private final Btf btf;
    private final TypeSizes sizes;
    private final Map<Integer, CompositeLayout> known = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();

    LayoutPlanner(Btf btf, TypeSizes sizes) {
        this.btf = btf;
        this.sizes = sizes;
    }

    /** The plan of a structure or union. */
    CompositeLayout plan(int id) throws BtfFormatException {
        CompositeLayout layout = known.get(id);
        if (layout == null) {
            if (open.size() > BtfLimits.NESTING || !open.add(id)) {
                throw btf.tooDeep(id);
            }
            try {
                BtfType.Composite composite = (BtfType.Composite) btf.type(id);
                layout = new LayoutPlan(btf, id, composite, fields(composite)).layout();
            } finally {
                open.remove(id);
            }
            known.put(id, layout);
        }
        return layout;
    }

    /** The alignment of a type in bytes. */
    long alignment(int type) throws BtfFormatException {
        int id = type;
        for (int level = 0; level <= BtfLimits.NESTING; level++) {
            BtfKind kind = btf.kind(id);
            if (kind == BtfKind.TYPEDEF || kind.isModifier()) {
                id = btf.target(id);
            } else if (kind == BtfKind.ARRAY) {
                id = ((BtfType.Array) btf.type(id)).element();
            } else {
                return switch (kind) {
                    case STRUCT, UNION -> plan(id).alignment();
                    case PTR -> sizes.pointer();
                    case INT, FLOAT, ENUM, ENUM64 -> powerOfTwo(btf.sizeBytes(id));
                    default -> 1;
                };
            }
        }
        throw btf.tooDeep(type);
    }

    private List<LayoutPlan.Placed> fields(BtfType.Composite composite) throws BtfFormatException {
        List<LayoutPlan.Placed> fields = new ArrayList<>(composite.members().size());
        for (BtfType.Member member : composite.members()) {
            fields.add(placed(member));
        }
        return fields;
    }

    private LayoutPlan.Placed placed(BtfType.Member member) throws BtfFormatException {
        long size = sizes.of(member.type());
        int bits = member.bitfieldBits();
        long offset = member.bitOffset();
        int type = btf.resolve(member.type());
        if (bits == 0 && btf.kind(type) == BtfKind.INT) {
            // Without the kind flag a bit-field has an integer type of its own, which is narrower than its bytes.
            BtfType.Int integer = (BtfType.Int) btf.type(type);
            if (integer.bits() < size * 8) {
                bits = integer.bits();
                offset += integer.bitOffset();
            }
        }
        return new LayoutPlan.Placed(member, offset, bits, size, alignment(member.type()));
    }

    private static long powerOfTwo(long size) {
        return Long.bitCount(size) == 1 && size <= 16 ? size : 1;
    }
}
