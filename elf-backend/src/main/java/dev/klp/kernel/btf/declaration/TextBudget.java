package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfLimits;

/**
 * How much text may still be printed. Types are shared, so a few hundred bytes of BTF can describe a declaration of any
 * length.
 */
final class TextBudget {
    private int characters;

    void spend(Btf btf, int id, int length) throws BtfFormatException {
        characters += length;
        if (characters > BtfLimits.TEXT) {
            throw btf.problem(id, "makes a text of more than " + BtfLimits.TEXT + " characters");
        }
    }
}
