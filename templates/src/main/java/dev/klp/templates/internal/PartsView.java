package dev.klp.templates.internal;

import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.CompilerFlag;
import dev.klp.templates.model.ModuleHook;
import dev.klp.templates.model.ModuleParameter;
import dev.klp.templates.model.ModuleParts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a module has beside its patch, as its templates see it.
 *
 * @param units the object files of the author's own C units; none where the generated unit is all there is
 * @param flags for the compiler
 * @param parameters of the module
 * @param hooks around the module's life
 */
public record PartsView(List<String> units, List<String> flags, List<ParameterView> parameters, List<HookView> hooks) {
    /** One {@code module_param}; {@code description} is a literal, empty for none. */
    public record ParameterView(String name, String type, String permission, String description) {}

    /** Two functions, each empty for none. */
    public record HookView(String init, String exit) {}

    static PartsView of(ModuleParts parts) {
        return new PartsView(
                parts.units().stream()
                        .map(unit -> ModulePaths.unit(unit).text().replaceAll("\\.c$", ".o"))
                        .toList(),
                parts.flags().stream().map(CompilerFlag::text).toList(),
                parts.parameters().stream().map(PartsView::parameter).toList(),
                parts.hooks().stream().map(PartsView::hook).toList());
    }

    private static ParameterView parameter(ModuleParameter parameter) {
        int permission = parameter.permission();
        return new ParameterView(
                parameter.name().text(),
                parameter.type().name().toLowerCase(Locale.ROOT),
                permission == 0 ? "0" : "0" + Integer.toOctalString(permission),
                parameter.description().isEmpty() ? "" : CString.literal(parameter.description()));
    }

    private static HookView hook(ModuleHook hook) {
        return new HookView(text(hook.init()), text(hook.exit()));
    }

    private static String text(@Nullable CIdentifier function) {
        return function == null ? "" : function.text();
    }
}
