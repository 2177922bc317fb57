package dev.klp.livepatch.convert;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Severity;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfWriter;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.verify.Finding;
import dev.klp.livepatch.verify.VerificationTarget;
import dev.klp.livepatch.verify.Verifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies a converted module before it is written, as it would be written. */
final class ResultCheck {
    /** Whose rules hold where nothing tells the version; a module without {@code vermagic} is refused by all of them. */
    private static final TargetVersion ANY = new TargetVersion(6, 1);

    private final ElfImage image;
    private final ConversionTarget target;
    private final TargetVersion version;

    ResultCheck(ElfImage image, ConversionTarget target, @Nullable TargetVersion version) {
        this.image = image;
        this.target = target;
        this.version = version == null ? ANY : version;
    }

    /** The errors that nobody wants to override. Undefined symbols were looked at before, by everything that tells exports. */
    List<Finding> findings() throws ElfFormatException {
        return Verifier.verify(image.name(), ElfWriter.toBytes(image), new VerificationTarget(version, target.kernel()))
                .stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && finding.code() != DiagnosticCode.UNDEFINED_SYMBOL
                        && !target.forced().contains(finding.code()))
                .toList();
    }
}
