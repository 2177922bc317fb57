package dev.klp.kernel.btf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Decodes one record, whose bytes the scan has checked to be there. */
final class BtfDecoder {
    private final String source;
    private final ByteBuffer bytes;
    private final BtfStrings strings;
    private final int at;
    private final int info;
    private final int elements;

    BtfDecoder(String source, ByteBuffer bytes, BtfStrings strings, int at) {
        this.source = source;
        this.bytes = bytes;
        this.strings = strings;
        this.at = at;
        this.info = bytes.getInt(at + BtfRecord.INFO);
        this.elements = BtfRecord.elements(info);
    }

    BtfType decode() throws BtfFormatException {
        BtfKind kind = BtfKind.of(BtfRecord.kind(info));
        return switch (kind) {
            case VOID -> new BtfType.Void();
            case INT -> integer();
            case PTR -> new BtfType.Pointer(type());
            case ARRAY -> new BtfType.Array(extra(0), extra(4), Integer.toUnsignedLong(extra(8)));
            case STRUCT, UNION -> new BtfType.Composite(kind == BtfKind.UNION, name(), size(), members());
            case ENUM -> new BtfType.Enumeration(name(), size(), BtfRecord.flag(info), enumerators());
            case ENUM64 -> new BtfType.Enumeration(name(), size(), BtfRecord.flag(info), wideEnumerators());
            case FWD -> new BtfType.Forward(name(), BtfRecord.flag(info));
            case TYPEDEF -> new BtfType.Typedef(name(), type());
            case VOLATILE -> new BtfType.Qualified(BtfType.Qualifier.VOLATILE, type());
            case CONST -> new BtfType.Qualified(BtfType.Qualifier.CONST, type());
            case RESTRICT -> new BtfType.Qualified(BtfType.Qualifier.RESTRICT, type());
            case FUNC -> new BtfType.Function(name(), type(), linkage(elements));
            case FUNC_PROTO -> prototype();
            case VAR -> new BtfType.Variable(name(), type(), linkage(extra(0)));
            case DATASEC -> new BtfType.DataSection(name(), size(), placed());
            case FLOAT -> new BtfType.Floating(name(), size());
            case DECL_TAG -> new BtfType.DeclarationTag(name(), type(), extra(0));
            case TYPE_TAG -> new BtfType.TypeTag(name(), type());
        };
    }

    private BtfType.Int integer() throws BtfFormatException {
        int word = extra(0);
        BtfType.IntEncoding encoding = switch (word >>> 24 & 0xf) {
            case 0 -> BtfType.IntEncoding.UNSIGNED;
            case 1 -> BtfType.IntEncoding.SIGNED;
            case 2 -> BtfType.IntEncoding.CHAR;
            case 4 -> BtfType.IntEncoding.BOOL;
            default -> throw problem(12, "integer encoding " + (word >>> 24 & 0xf) + " is not known");
        };
        return new BtfType.Int(name(), size(), word & 0xff, word >>> 16 & 0xff, encoding);
    }

    private List<BtfType.Member> members() throws BtfFormatException {
        List<BtfType.Member> members = new ArrayList<>(elements);
        boolean bitfields = BtfRecord.flag(info);
        for (int i = 0; i < elements; i++) {
            int field = BtfRecord.HEADER_BYTES + 12 * i;
            int offset = word(field + 8);
            members.add(new BtfType.Member(
                    string(field),
                    word(field + 4),
                    // With the kind flag the offset has 24 bits and the upper 8 are the bit-field's width.
                    bitfields ? offset & 0xffffff : Integer.toUnsignedLong(offset),
                    bitfields ? offset >>> 24 : 0));
        }
        return List.copyOf(members);
    }

    private List<BtfType.Enumerator> enumerators() throws BtfFormatException {
        List<BtfType.Enumerator> values = new ArrayList<>(elements);
        for (int i = 0; i < elements; i++) {
            int field = BtfRecord.HEADER_BYTES + 8 * i;
            int value = word(field + 4);
            values.add(new BtfType.Enumerator(
                    string(field), BtfRecord.flag(info) ? value : Integer.toUnsignedLong(value)));
        }
        return List.copyOf(values);
    }

    private List<BtfType.Enumerator> wideEnumerators() throws BtfFormatException {
        List<BtfType.Enumerator> values = new ArrayList<>(elements);
        for (int i = 0; i < elements; i++) {
            int field = BtfRecord.HEADER_BYTES + 12 * i;
            // The low word comes first in both byte orders.
            long value = Integer.toUnsignedLong(word(field + 4)) | (long) word(field + 8) << 32;
            values.add(new BtfType.Enumerator(string(field), value));
        }
        return List.copyOf(values);
    }

    private BtfType.Prototype prototype() throws BtfFormatException {
        List<BtfType.Parameter> parameters = new ArrayList<>(elements);
        boolean variadic = false;
        for (int i = 0; i < elements; i++) {
            int field = BtfRecord.HEADER_BYTES + 8 * i;
            int type = word(field + 4);
            if (type != 0) {
                parameters.add(new BtfType.Parameter(string(field), type));
            } else if (i == elements - 1 && word(field) == 0) {
                variadic = true;
            } else {
                throw problem(field, "parameter " + (i + 1) + " is void");
            }
        }
        return new BtfType.Prototype(type(), List.copyOf(parameters), variadic);
    }

    private List<BtfType.Placed> placed() {
        List<BtfType.Placed> variables = new ArrayList<>(elements);
        for (int i = 0; i < elements; i++) {
            int field = BtfRecord.HEADER_BYTES + 12 * i;
            variables.add(new BtfType.Placed(
                    word(field), Integer.toUnsignedLong(word(field + 4)), Integer.toUnsignedLong(word(field + 8))));
        }
        return List.copyOf(variables);
    }

    private BtfType.Linkage linkage(int number) throws BtfFormatException {
        return switch (number) {
            case 0 -> BtfType.Linkage.STATIC;
            case 1 -> BtfType.Linkage.GLOBAL;
            case 2 -> BtfType.Linkage.EXTERN;
            default -> throw problem(BtfRecord.INFO, "linkage " + number + " is not known");
        };
    }

    private String name() throws BtfFormatException {
        return string(BtfRecord.NAME);
    }

    private String string(int field) throws BtfFormatException {
        return strings.at(word(field), (long) at + field);
    }

    private int type() {
        return word(BtfRecord.SIZE_OR_TYPE);
    }

    private long size() {
        return Integer.toUnsignedLong(word(BtfRecord.SIZE_OR_TYPE));
    }

    private int extra(int field) {
        return word(BtfRecord.HEADER_BYTES + field);
    }

    private int word(int field) {
        return bytes.getInt(at + field);
    }

    private BtfFormatException problem(int field, String problem) {
        return new BtfFormatException(source, (long) at + field, problem);
    }
}
