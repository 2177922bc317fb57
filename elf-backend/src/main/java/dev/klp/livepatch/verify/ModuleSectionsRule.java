package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.SectionType;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.StringTableContent;
import dev.klp.kernel.modules.ModuleInfo;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The loader looks for {@code struct module}, the module information and the symbols in one section each: {@code setup_load_info}
 * in kernel/module/main.c takes the first it finds, {@code elf_validity_check} refuses a second since 6.4.
 */
final class ModuleSectionsRule implements Rule {
    private static final String THIS_MODULE = ".gnu.linkonce.this_module";

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.module().image().section(THIS_MODULE) == null) {
            findings.add(
                    DiagnosticCode.MALFORMED_MODULE,
                    "the file has no section " + THIS_MODULE,
                    KernelAnswer.refused(LoadError.ENOEXEC, "No module found in object"),
                    Hint.help("let kbuild link it with the .mod.o that modpost makes"));
        }
        unique(subject, THIS_MODULE, section -> section.name().equals(THIS_MODULE), findings);
        unique(subject, ModuleInfo.SECTION, section -> section.name().equals(ModuleInfo.SECTION), findings);
        unique(subject, "of symbols", section -> section.type() == SectionType.SHT_SYMTAB, findings);
        if (subject.version().isAtLeast(6, 13)) {
            checkNames(subject.module().symbolTable().link(), findings);
        }
    }

    /** {@code elf_validity_cache_strtab}, since 6.13. */
    private static void checkNames(@Nullable Section strings, Findings findings) {
        if (strings != null && strings.content() instanceof StringTableContent table) {
            ByteBuffer bytes = table.bytes();
            if (bytes.limit() == 0 || bytes.get(0) != 0 || bytes.get(bytes.limit() - 1) != 0) {
                findings.add(
                        DiagnosticCode.MALFORMED_MODULE,
                        "the symbols' names in " + strings + " do not begin and end with a zero byte",
                        KernelAnswer.refused(LoadError.ENOEXEC));
            }
        }
    }

    private static void unique(Subject subject, String what, Predicate<Section> wanted, Findings findings) {
        long count = subject.module().image().sections().stream().filter(wanted).count();
        if (count > 1) {
            findings.add(
                    DiagnosticCode.MALFORMED_MODULE,
                    "the file has " + count + " sections " + what + ", of which the kernel takes the first or none",
                    subject.version().isAtLeast(6, 4)
                            ? KernelAnswer.refused(LoadError.ENOEXEC)
                            : KernelAnswer.silent(Outcome.IGNORED));
        }
    }
}
