package dev.klp.processor.csource;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the shape of a value out of the words that declare it. Typedefs are looked up among the kernel's types. */
public final class ShapeReader {
    private static final Map<String, Long> INTEGERS =
            Map.of("char", 1L, "short", 2L, "_Bool", 1L, "double", 8L, "long", 8L);

    private ShapeReader() {}

    /** What a function returns; only for 64-bit kernels, of which {@code long} has 8 bytes. */
    public static ValueShape returned(CFunction function, Btf btf) throws BtfFormatException {
        return read(function.returned(), false, btf);
    }

    /** One parameter, with or without a name. */
    public static ValueShape parameter(List<Token> parameter, Btf btf) throws BtfFormatException {
        return read(parameter, true, btf);
    }

    private static ValueShape read(List<Token> tokens, boolean named, Btf btf) throws BtfFormatException {
        int stars = 0;
        String tag = "";
        List<String> keywords = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.takesParentheses()) {
                i = Brackets.close(tokens, i + 1);
            } else if (token.is("(")) {
                return new ValueShape.Pointer("");
            } else if (token.is("[")) {
                stars++;
                i = Brackets.close(tokens, i);
            } else if (token.is("*")) {
                stars++;
            } else if (token.isTagKeyword() && i + 1 < tokens.size()) {
                tag = token.text() + " " + tokens.get(++i).text();
            } else if (token.isTypeWord()) {
                keywords.add(token.text());
            } else if (token.isName()) {
                names.add(token.text());
            }
        }
        return shape(base(tag, keywords, names, named, btf), stars);
    }

    private static ValueShape shape(ValueShape base, int stars) {
        if (stars == 0) {
            return base;
        }
        return stars == 1 && base instanceof ValueShape.Composite composite
                ? new ValueShape.Pointer(composite.name())
                : new ValueShape.Pointer("");
    }

    private static ValueShape base(String tag, List<String> keywords, List<String> names, boolean named, Btf btf)
            throws BtfFormatException {
        if (!tag.isEmpty()) {
            return tag.startsWith("enum ") ? new ValueShape.Unknown() : new ValueShape.Composite(tag);
        }
        for (Map.Entry<String, Long> integer : INTEGERS.entrySet()) {
            if (keywords.contains(integer.getKey())) {
                return new ValueShape.Scalar(integer.getValue());
            }
        }
        if (keywords.contains("void")) {
            return new ValueShape.None();
        }
        if (keywords.contains("int")
                || keywords.contains("unsigned")
                || keywords.contains("signed")
                || keywords.contains("float")) {
            return new ValueShape.Scalar(Integer.BYTES);
        }
        // A parameter's last word is its name, and words before the type may be the kernel's own such as __user.
        int types = named && names.size() > 1 ? names.size() - 1 : names.size();
        for (String name : names.subList(0, types)) {
            int[] found = btf.typedefs(name);
            if (found.length > 0) {
                return ValueShape.of(btf, found[0]);
            }
        }
        return new ValueShape.Unknown();
    }
}
