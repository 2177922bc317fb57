package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.SyscallSpec;
import dev.klp.templates.model.CType;
import dev.klp.templates.model.SyscallEntry;
import java.util.List;

/** A system call is vmlinux's, has at most six parameters, and says one thing about 32-bit programs. */
final class SyscallCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            for (SyscallSpec syscall : object.syscalls()) {
                if (!object.isVmlinux()) {
                    findings.add(
                            DiagnosticCode.SYSCALL,
                            syscall.method(),
                            "system call " + Quote.of(syscall.name().value()) + " stands on module "
                                    + Quote.of(object.name()),
                            Hint.help("put it on the type with @KlpObject for vmlinux"));
                }
                check(syscall, findings);
            }
        }
        Duplicates.forEach(
                subject.patch().objects().stream()
                        .flatMap(object -> object.syscalls().stream())
                        .flatMap(syscall -> syscall.entries().stream()),
                entry -> entry.kind().stub(entry.function().value()),
                entry -> findings.add(
                        DiagnosticCode.SYSCALL,
                        entry.function().position(),
                        "C function " + Quote.of(entry.function().value()) + " takes the place of two system calls",
                        Hint.help("write a function for each")));
    }

    private static void check(SyscallSpec syscall, Findings findings) {
        checkParameters(syscall, syscall.parameters(), findings);
        checkParameters(syscall, syscall.compatParameters(), findings);
        if (syscall.nativeOnly().value() && !syscall.compatFunc().value().isEmpty()) {
            findings.add(
                    DiagnosticCode.SYSCALL,
                    syscall.nativeOnly().position(),
                    "system call " + Quote.of(syscall.name().value())
                            + " has a function for 32-bit programs and leaves them out",
                    Hint.help("leave out nativeOnly or compatFunc"));
        }
        if (syscall.compatFunc().value().isEmpty()
                && !syscall.compatParameters().isEmpty()) {
            findings.add(
                    DiagnosticCode.SYSCALL,
                    syscall.compatParameters().get(0).position(),
                    "parameters without a function for 32-bit programs",
                    Hint.help("name it: compatFunc = \"...\""));
        }
    }

    private static void checkParameters(SyscallSpec syscall, List<Positioned<String>> types, Findings findings) {
        types.forEach(type -> findings.addProblem(DiagnosticCode.C_TYPE, type, "C type", CType.problem(type.value())));
        if (types.size() > SyscallEntry.MAX_PARAMETERS) {
            findings.add(
                    DiagnosticCode.SYSCALL,
                    types.get(SyscallEntry.MAX_PARAMETERS).position(),
                    "system call " + Quote.of(syscall.name().value()) + " has " + types.size()
                            + " parameters, the kernel passes at most " + SyscallEntry.MAX_PARAMETERS);
        }
    }
}
