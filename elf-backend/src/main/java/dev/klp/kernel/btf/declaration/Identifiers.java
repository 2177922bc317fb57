package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;

/** Names that reach C text: what is no identifier is refused, so that no file can write C of its own. */
final class Identifiers {
    private Identifiers() {}

    /** The name of a type or of something in it, checked. */
    static String checked(Btf btf, int id, String name) throws BtfFormatException {
        if (!isIdentifier(name)) {
            throw btf.problem(id, "has a name that is no C identifier: '" + printable(name) + "'");
        }
        return name;
    }

    /** The name of a basic type: identifiers with single blanks between them. */
    static String checkedWords(Btf btf, int id, String name) throws BtfFormatException {
        for (String word : name.split(" ", -1)) {
            checked(btf, id, word);
        }
        return name;
    }

    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String printable(String name) {
        String start = name.length() > 40 ? name.substring(0, 40) + "..." : name;
        return start.replaceAll("[^ -~]", "?");
    }
}
