package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.kernel.Export;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.modules.ModuleInfo;
import dev.klp.kernel.modules.ModuleVersions;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the loader asks of an exported symbol before it takes it: its checksum ({@code check_version} in kernel/module/version.c)
 * and its namespace ({@code verify_namespace_is_imported} in kernel/module/main.c).
 */
final class ImportRule implements Rule {
    private static final String IMPORT_NS = "import_ns";
    /** Its checksum stands for those of {@code struct module} and others: {@code check_modstruct_version}. */
    private static final String LAYOUT = "module_layout";

    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        KernelIndex index = subject.index();
        if (index == null) {
            return;
        }
        Map<String, Long> checksums = checksums(subject);
        Set<String> imported = subject.info().entries().stream()
                .filter(entry -> entry.tag().equals(IMPORT_NS))
                .map(ModuleInfo.Entry::value)
                .collect(Collectors.toSet());
        checkVersion(index.exports(LAYOUT), checksums, findings);
        for (Symbol symbol : subject.module().symbols().symbols()) {
            List<Export> exports = symbol.isUndefined() ? index.exports(symbol.name()) : List.of();
            checkVersion(exports, checksums, findings);
            if (symbol.binding() != SymbolBinding.STB_WEAK && !checksums.isEmpty()) {
                checkVersioned(exports, checksums, findings);
            }
            checkNamespace(exports, imported, findings);
        }
    }

    private static void checkVersion(List<Export> exports, Map<String, Long> checksums, Findings findings) {
        String name = exports.isEmpty() ? "" : exports.get(0).symbol();
        Long checksum = checksums.get(name);
        if (checksum == null || exports.stream().anyMatch(export -> export.crc().orElse(checksum) == checksum)) {
            return;
        }
        findings.add(
                DiagnosticCode.SYMBOL_VERSION,
                "the module was built for a '" + name + "' with the checksum 0x" + Long.toHexString(checksum)
                        + ", the kernel's has 0x"
                        + Long.toHexString(exports.get(0).crc().orElse(0)),
                KernelAnswer.refused(
                        name.equals(LAYOUT) ? LoadError.ENOEXEC : LoadError.EINVAL,
                        "disagrees about version of symbol " + name),
                Hint.help("build with the headers of the very kernel that shall load the module"));
    }

    /** A module with checksums needs one of every symbol that the kernel has one of. */
    private static void checkVersioned(List<Export> exports, Map<String, Long> checksums, Findings findings) {
        String name = exports.isEmpty() ? "" : exports.get(0).symbol();
        if (!checksums.containsKey(name)
                && exports.stream().anyMatch(export -> export.crc().isPresent())) {
            findings.add(
                    DiagnosticCode.SYMBOL_VERSION,
                    "the module has checksums of the symbols that it uses (__versions), but none of '" + name + "'",
                    KernelAnswer.refused(LoadError.EINVAL, "no symbol version for " + name),
                    Hint.help("link the module anew, so that modpost sees the symbol"));
        }
    }

    private static void checkNamespace(List<Export> exports, Set<String> imported, Findings findings) {
        Export export = exports.isEmpty() ? null : exports.get(0);
        if (export != null && !export.namespace().isEmpty() && !imported.contains(export.namespace())) {
            findings.add(
                    DiagnosticCode.NAMESPACE,
                    "'" + export.symbol() + "' is exported in the namespace " + export.namespace()
                            + ", which the module does not import",
                    KernelAnswer.refused(
                            LoadError.EINVAL,
                            "module uses symbol (" + export.symbol() + ") from namespace " + export.namespace()
                                    + ", but does not import it."),
                    Hint.help("write MODULE_IMPORT_NS(" + export.namespace() + ");"));
        }
    }

    private static Map<String, Long> checksums(Subject subject) throws ElfFormatException {
        Section section = subject.module().image().section(ModuleVersions.SECTION);
        if (section == null || !(section.content() instanceof OpaqueContent content)) {
            return Map.of();
        }
        ByteBuffer buffer = content.bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        try {
            return ModuleVersions.parse(bytes, subject.module().image().format().is64())
                    .checksums(content.bytes().order());
        } catch (IllegalArgumentException e) {
            throw new ElfFormatException(
                    subject.module().image().name(), 0, ModuleVersions.SECTION, String.valueOf(e.getMessage()));
        }
    }
}
