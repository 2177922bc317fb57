package dev.klp.templates.internal;

import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.ShadowVariable;
import org.jspecify.annotations.Nullable;

/**
 * A shadow variable as its templates see it.
 *
 * @param name the end of the names of its functions
 * @param id a constant of C
 * @param object the parameter for the object: {@code struct inode *obj}
 * @param type its type
 * @param pointer the beginning of what returns its address: {@code int *}
 * @param ctor the author's function, empty for none
 * @param dtor the author's function, empty for none
 */
public record ShadowView(String name, String id, String object, String type, String pointer, String ctor, String dtor) {
    static ShadowView of(ShadowVariable shadow) {
        return new ShadowView(
                shadow.name().text(),
                "0x" + Long.toHexString(shadow.id()) + "UL",
                shadow.object().with("*obj"),
                shadow.type().text(),
                shadow.type().with("*"),
                text(shadow.ctor()),
                text(shadow.dtor()));
    }

    private static String text(@Nullable CIdentifier function) {
        return function == null ? "" : function.text();
    }
}
