package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.Problem;
import dev.klp.livepatch.arch.RelocationKind;
import dev.klp.livepatch.dialect.LivepatchRelocation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks relocations for what the kernel does not check before it writes, or checks only when it is too late: when the patched
 * module is loaded.
 */
final class RelocationCheck {
    private final KernelModule module;

    RelocationCheck(KernelModule module) {
        this.module = module;
    }

    List<Problem> problems(List<LivepatchRelocation> relocations) throws ElfFormatException {
        List<Problem> problems = new ArrayList<>();
        for (LivepatchRelocation relocation : relocations) {
            String text = problem(relocation);
            if (text != null) {
                problems.add(new Problem(
                        module.place(
                                relocation.target(), relocation.relocation().offset()),
                        "relocation against " + relocation.meaning().livepatchName() + ": " + text));
            }
        }
        return problems;
    }

    private @Nullable String problem(LivepatchRelocation relocation) {
        int type = relocation.relocation().type();
        RelocationKind kind = module.architecture().relocation(type);
        if (kind == null) {
            return "the kernel's module loader does not know "
                    + module.architecture().relocationName(type) + " on "
                    + module.architecture().name();
        }
        if (!relocation.gatingObject().isVmlinux()
                && relocation.meaning().object().isVmlinux()) {
            return "a symbol of vmlinux cannot be gated by the module '"
                    + relocation.gatingObject().text()
                    + "', since Linux 5.8 that module would then fail to load; gate it by vmlinux";
        }
        String violation = SectionRule.violation(
                relocation.gatingObject(), relocation.target().name());
        return violation != null ? violation : problemOfPlace(relocation, kind);
    }

    private @Nullable String problemOfPlace(LivepatchRelocation relocation, RelocationKind kind) {
        if (!(relocation.target().content() instanceof OpaqueContent content)) {
            return "the section has no bytes to change";
        }
        ByteBuffer bytes = content.bytes();
        long offset = relocation.relocation().offset();
        if (offset < 0 || offset > bytes.limit() - kind.sizeBytes()) {
            return "the place is outside the section, which has 0x" + Integer.toHexString(bytes.limit()) + " bytes";
        }
        if (module.architecture().placesMustBeZero()) {
            for (int i = 0; i < kind.sizeBytes(); i++) {
                if (bytes.get((int) offset + i) != 0) {
                    return "the " + kind.sizeBytes() + " bytes at the place must be zero, the loader refuses others";
                }
            }
        }
        return null;
    }
}
