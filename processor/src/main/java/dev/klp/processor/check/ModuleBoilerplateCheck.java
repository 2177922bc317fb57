package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.csource.CUnit;
import java.util.List;

/** What makes a livepatch of a module is generated, for each kernel what that kernel wants; twice it is a mistake. */
final class ModuleBoilerplateCheck implements Check {
    private static final List<String> GENERATED = List.of(
            "klp_enable_patch",
            "klp_register_patch",
            "klp_unregister_patch",
            "klp_disable_patch",
            "module_init",
            "module_exit",
            "init_module",
            "cleanup_module",
            "MODULE_LICENSE");

    @Override
    public void check(Subject subject, Findings findings) {
        CUnit unit = subject.unit();
        for (String name : GENERATED) {
            unit.first(name)
                    .ifPresent(place -> findings.add(
                            DiagnosticCode.MODULE_BOILERPLATE,
                            CPlaces.position(subject.patch(), place),
                            Quote.of(name) + " at " + place + " is generated as well",
                            Hint.help("leave it out of the C file; hooks of @KlpPatch are called before the patch is"
                                    + " enabled and after")));
        }
    }
}
