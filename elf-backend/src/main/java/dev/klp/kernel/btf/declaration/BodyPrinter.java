package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfType;
import java.util.List;

/** Prints what stands between the braces of structures, unions and enumerations. */
final class BodyPrinter {
    private final Btf btf;
    private final LayoutPlanner layouts;
    private final EnumeratorNames enumerators;
    private final TypePrinter types;
    private int gaps;

    /** What the constants of an enumeration are called. */
    interface EnumeratorNames {
        /** The names of all constants of one enumeration, in order. */
        List<String> of(int id, List<BtfType.Enumerator> values) throws BtfFormatException;
    }

    /**
     * A printer of bodies.
     *
     * @param types prints the members' types; anonymous ones get a body from here
     */
    BodyPrinter(Btf btf, LayoutPlanner layouts, EnumeratorNames enumerators, TypePrinter types) {
        this.btf = btf;
        this.layouts = layouts;
        this.enumerators = enumerators;
        this.types = types.with(this::body);
    }

    TypePrinter types() {
        return types;
    }

    /** The body of a type that is not part of another one. */
    String outermost(int id) throws BtfFormatException {
        gaps = 0;
        return body(id, TypePrinter.Place.TOP);
    }

    /** The braces with their contents and the attributes of the type. */
    String body(int id, TypePrinter.Place place) throws BtfFormatException {
        String tabs = "\t".repeat(place.indent());
        BtfKind kind = btf.kind(id);
        StringBuilder text = new StringBuilder("{\n");
        String attributes;
        if (kind == BtfKind.ENUM || kind == BtfKind.ENUM64) {
            BtfType.Enumeration enumeration = (BtfType.Enumeration) btf.type(id);
            constants(id, enumeration, text, tabs + "\t");
            attributes = EnumerationLayout.attributes(enumeration);
        } else {
            CompositeLayout layout = layouts.plan(id);
            TypePrinter.Place inside = new TypePrinter.Place(place.depth() + 1, place.indent() + 1, false);
            for (int i = 0; i < layout.items().size(); i++) {
                boolean last = i > 0 && i == layout.items().size() - 1 && kind == BtfKind.STRUCT;
                text.append(tabs).append('\t');
                text.append(item(layout.items().get(i), last ? inside.opened() : inside))
                        .append(";\n");
                types.budget().spend(btf, id, place.indent() + 8);
            }
            attributes = attributes(layout);
        }
        return text.append(tabs).append('}').append(attributes).toString();
    }

    private String item(CompositeLayout.Item item, TypePrinter.Place place) throws BtfFormatException {
        if (item instanceof CompositeLayout.BitGap gap) {
            return "unsigned char :" + gap.bits();
        }
        if (item instanceof CompositeLayout.ByteGap gap) {
            return "unsigned char __padding" + ++gaps + "[" + gap.bytes() + "]";
        }
        CompositeLayout.Field field = (CompositeLayout.Field) item;
        BtfType.Member member = field.member();
        String name = member.name().isEmpty() ? "" : Identifiers.checked(btf, member.type(), member.name());
        String text = types.declare(member.type(), name, place);
        if (field.bits() > 0) {
            return text + ":" + field.bits();
        }
        return field.aligned() == 0 ? text : text + " __attribute__((__aligned__(" + field.aligned() + ")))";
    }

    private static String attributes(CompositeLayout layout) {
        if (!layout.packed() && layout.aligned() == 0) {
            return "";
        }
        String aligned = layout.aligned() == 0 ? "" : "__aligned__(" + layout.aligned() + ")";
        return " __attribute__((" + (layout.packed() ? "__packed__" : aligned) + "))";
    }

    private void constants(int id, BtfType.Enumeration enumeration, StringBuilder text, String tabs)
            throws BtfFormatException {
        List<String> names = enumerators.of(id, enumeration.values());
        for (int i = 0; i < names.size(); i++) {
            String value = EnumerationLayout.constant(
                    enumeration, enumeration.values().get(i).value());
            text.append(tabs).append(names.get(i)).append(" = ").append(value).append(",\n");
            types.budget().spend(btf, id, names.get(i).length() + value.length());
        }
    }
}
