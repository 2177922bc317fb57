package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.ElfReader;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.container.ModuleSignature;
import java.nio.ByteBuffer;
import java.util.List;

/** Checks a module against every rule. */
public final class Verifier {
    private static final List<FileRule> FILE_RULES =
            List.of(new SectionCountRule(), new SectionNamesRule(), new SymbolIndexRule());

    private static final List<Rule> RULES = List.of(
            new ModuleSectionsRule(),
            new LivepatchMarkRule(),
            new LicenseRule(),
            new VermagicRule(),
            new DependsRule(),
            new EnableRule(),
            new CommonSymbolRule(),
            new UndefinedSymbolRule(),
            new RelocationTypeRule(),
            new RelocationPlaceRule(),
            new LeftoverSymbolRule(),
            new GateNameRule(),
            new LivepatchSymbolRule(),
            new VmlinuxSymbolRule(),
            new ModuleSymbolRule(),
            new TargetSectionRule(),
            new ArchSectionRule(),
            new PatchRule(),
            new DuplicateRule(),
            new GateRule(),
            new ObjectRule(),
            new SymbolRule(),
            new DependencyRule(),
            new ImportRule(),
            new ConfigRule(),
            new ReloadRule(),
            new StripRule());

    private Verifier() {}

    /**
     * What is wrong with a module, in the order in which the kernel looks at it. Nothing if all is well.
     *
     * @param name the file's name, for messages
     * @param bytes the module, unpacked, from position to limit
     */
    public static List<Finding> verify(String name, ByteBuffer bytes, VerificationTarget target) {
        Findings findings = new Findings();
        try {
            ElfFile file = ElfFile.parse(name, bytes);
            for (FileRule rule : FILE_RULES) {
                rule.check(file, findings);
            }
            if (findings.isEmpty()) {
                Subject subject =
                        Subject.of(KernelModule.of(ElfReader.read(file)), ModuleSignature.of(bytes) != null, target);
                for (Rule rule : RULES) {
                    rule.check(subject, findings);
                }
            }
        } catch (ElfFormatException e) {
            findings.add(DiagnosticCode.MALFORMED_MODULE, withoutFile(e), KernelAnswer.refused(LoadError.ENOEXEC));
        }
        return findings.list();
    }

    private static String withoutFile(ElfFormatException problem) {
        String text = String.valueOf(problem.getMessage());
        String prefix = problem.file() + ": ";
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
