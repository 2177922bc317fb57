package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A system call has an entry of its own for 32-bit programs (arch/x86/include/asm/syscall_wrapper.h), which holds a copy of the
 * same code.
 */
final class CompatSyscallCheck implements KernelCheck {
    private static final String ENTRY = "__x64_sys_";
    private static final List<String> COMPAT_ENTRIES = List.of("__ia32_compat_sys_", "__ia32_sys_");

    @Override
    public void check(KernelSubject subject, Findings findings) {
        if (subject.kernel().config("CONFIG_IA32_EMULATION").orElse("y").equals("n")) {
            return;
        }
        Set<String> replaced = subject.functions().map(FunctionUse::name).collect(Collectors.toSet());
        subject.functions()
                .filter(use -> use.name().startsWith(ENTRY))
                .forEach(use -> forgotten(use, replaced)
                        .forEach(entry -> findings.add(
                                DiagnosticCode.COMPAT_SYSCALL,
                                use.position(),
                                "32-bit programs enter " + Quote.of(use.name()) + " of "
                                        + Quote.of(use.object().name()) + " by " + Quote.of(entry)
                                        + ", which is not replaced",
                                Hint.note("they keep the old code"),
                                Hint.help("replace it too; its arguments are in bx, cx, dx, si, di and bp"))));
    }

    private static Stream<String> forgotten(FunctionUse use, Set<String> replaced) {
        String call = use.name().substring(ENTRY.length());
        List<String> aliases = use.found().map(symbol -> symbol.aliases()).orElse(List.of());
        return COMPAT_ENTRIES.stream()
                .map(prefix -> prefix + call)
                .filter(entry -> !use.object().symbols(entry).isEmpty())
                .limit(1)
                .filter(entry -> !replaced.contains(entry) && !aliases.contains(entry));
    }
}
