package dev.klp.livepatch.verify;

import dev.klp.diagnostics.Hint;
import java.util.List;

/** What an author wrote that put a reference into a special section, and what to write instead. */
final class SourceConstruct {
    private SourceConstruct() {}

    /**
     * The construct behind a reference.
     *
     * @param section the special section
     * @param symbol the name of the symbol referred to
     */
    static List<Hint> hints(String section, String symbol) {
        String construct = construct(section, symbol);
        return construct.isEmpty()
                ? List.of()
                : List.of(Hint.note("comes from " + construct), Hint.help(instead(section, symbol)));
    }

    private static String construct(String section, String symbol) {
        if (symbol.contains("__tracepoint_") || section.startsWith("__tracepoints")) {
            return "a tracepoint, trace_<event>()";
        }
        return switch (section) {
            case "__jump_table" ->
                "a static key: static_branch_likely(), static_branch_unlikely(), or a macro with one";
            case ".static_call_sites", ".static_call.text", ".static_call_tramp_key" -> "static_call()";
            case "__dyndbg", "__verbose" -> "pr_debug(), dev_dbg() or another macro of dynamic debugging";
            case ".altinstructions", ".altinstr_replacement", ".altinstr_aux" -> "alternative() or static_cpu_has()";
            case ".parainstructions" -> "a paravirtualized operation, such as local_irq_save()";
            case "__ex_table" -> "an access that may fault, such as get_user()";
            case "__param" -> "module_param() of a variable that is not the livepatch's own";
            default -> "";
        };
    }

    private static String instead(String section, String symbol) {
        if (symbol.contains("__tracepoint_") || section.startsWith("__tracepoints")) {
            return "leave the tracepoint out of the replaced function, it stays silent there";
        }
        return switch (section) {
            case "__jump_table" -> "ask the key itself: static_key_enabled(&key)";
            case ".static_call_sites", ".static_call.text", ".static_call_tramp_key" ->
                "call through the pointer: static_call_query(name)(...)";
            case "__dyndbg", "__verbose" -> "use pr_info() or no message";
            case ".altinstructions", ".altinstr_replacement", ".altinstr_aux" ->
                "call a function out of line, or test boot_cpu_has()";
            case ".parainstructions" -> "move the operation into a function that refers to no symbol of the module";
            case "__ex_table" -> "use copy_from_user() or copy_to_user()";
            default -> "set the variable in a callback";
        };
    }
}
