package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.TypeShape;

/** A patch and an object are interfaces or classes: the constants or components of other types would mean nothing. */
final class TypeShapeCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        check(
                DiagnosticCode.PATCH_TYPE,
                "patch",
                subject.patch().position(),
                subject.patch().type(),
                findings);
        for (ObjectSpec object : subject.patch().objects()) {
            check(DiagnosticCode.OBJECT_TYPE, "object", object.position(), object.type(), findings);
        }
    }

    private static void check(
            DiagnosticCode code, String what, Position annotation, TypeShape type, Findings findings) {
        if (!type.interfaceOrClass()) {
            String article = "aeiou".indexOf(type.kind().charAt(0)) >= 0 ? "an " : "a ";
            findings.add(
                    code,
                    annotation,
                    what + " '" + type.simpleName() + "' is " + article + type.kind(),
                    Hint.help("make it an interface or a class"));
        }
    }
}
