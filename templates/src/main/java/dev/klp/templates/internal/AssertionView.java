package dev.klp.templates.internal;

import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.PrototypeAssertion;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the unit says of one new function's type.
 *
 * @param condition the condition with a line for each alternative, empty where there is none
 * @param failure the literal of what the compiler prints if it does not hold
 * @param comment why there is none
 */
public record AssertionView(String condition, String failure, String comment) {
    static List<AssertionView> of(PatchModule module) {
        return assertions(module).stream().map(AssertionView::of).distinct().toList();
    }

    /** The structures and unions to declare before. */
    static List<String> tags(PatchModule module) {
        return assertions(module).stream()
                .filter(PrototypeAssertion.Compared.class::isInstance)
                .flatMap(compared -> ((PrototypeAssertion.Compared) compared).tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<PrototypeAssertion> assertions(PatchModule module) {
        return module.objects().stream()
                .flatMap(object -> object.functions().stream())
                .map(PatchedFunction::assertion)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static AssertionView of(PrototypeAssertion assertion) {
        if (assertion instanceof PrototypeAssertion.Compared compared) {
            return new AssertionView(
                    compared.condition().replace(" || ", " ||\n\t       "), CString.literal(compared.failure()), "");
        }
        return new AssertionView("", "", CComment.text(((PrototypeAssertion.LeftOut) assertion).reason()));
    }
}
