package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.Positioned;
import java.util.stream.Stream;

/**
 * {@code KSYM_NAME_LEN} is 128 before Linux 6.1 and 512 since (include/linux/kallsyms.h); {@code klp_init_func} answers -EINVAL to
 * a name that does not fit, without a message.
 */
final class NameLengthCheck implements KernelCheck {
    private static final int LONGEST_BEFORE_6_1 = 127;

    @Override
    public void check(KernelSubject subject, Findings findings) {
        int version = subject.kernel().version(0).orElse(Integer.MAX_VALUE);
        if (version > 6 || version == 6 && subject.kernel().version(1).orElse(1) >= 1) {
            return;
        }
        Stream<Positioned<String>> names = Stream.concat(
                subject.patch().functions().map(function -> function.oldName()),
                subject.patch().relocations().map(relocation -> relocation.symbol()));
        names.filter(name -> name.value().length() > LONGEST_BEFORE_6_1)
                .forEach(name -> findings.add(
                        DiagnosticCode.SYMBOL_NAME,
                        name.position(),
                        "the name " + Quote.of(name.value()) + " has "
                                + name.value().length() + " characters, of which " + LONGEST_BEFORE_6_1
                                + " are the most"));
    }
}
