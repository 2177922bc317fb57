package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.kernel.modules.ModuleInfo;
import dev.klp.kernel.modules.ModuleVersions;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.dialect.LivepatchSymbol;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What modpost noted about a module's use of other objects before anybody converted it: {@code depends=} in {@code .modinfo}, and
 * {@code __versions}. A symbol that the livepatch core resolves belongs in neither: it would tie the livepatch to a module that it
 * is meant to do without.
 */
final class Dependencies {
    private final ElfImage image;
    private final @Nullable Section infoSection;
    private final @Nullable ModuleInfo info;
    private final @Nullable Section versionsSection;
    private final @Nullable ModuleVersions versions;

    private Dependencies(
            ElfImage image,
            @Nullable Section infoSection,
            @Nullable ModuleInfo info,
            @Nullable Section versionsSection,
            @Nullable ModuleVersions versions) {
        this.image = image;
        this.infoSection = infoSection;
        this.info = info;
        this.versionsSection = versionsSection;
        this.versions = versions;
    }

    /**
     * Reads both.
     *
     * @throws ElfFormatException if one of them is malformed
     */
    static Dependencies read(ElfImage image) throws ElfFormatException {
        Section infoSection = image.section(ModuleInfo.SECTION);
        byte[] infoBytes = bytes(infoSection);
        Section versionsSection = image.section(ModuleVersions.SECTION);
        byte[] versionsBytes = bytes(versionsSection);
        return new Dependencies(
                image,
                infoSection,
                infoBytes == null ? null : parseInfo(image, infoBytes),
                versionsSection,
                versionsBytes == null ? null : parseVersions(image, versionsBytes));
    }

    /** The names in {@code __versions}, or null if the module has none. */
    @Nullable
    Set<String> versionedNames() {
        return versions == null ? null : versions.names();
    }

    /** The kernel that the module was built for, as modpost noted it; empty if it did not. */
    String vermagic() {
        String vermagic = info == null ? null : info.first("vermagic");
        return vermagic == null ? "" : vermagic;
    }

    /**
     * Takes out what only converted symbols needed.
     *
     * @param exports who exports what
     * @param converted the symbols that the livepatch core resolves from now on, still under their old names
     * @param remaining the symbols that the loader goes on to resolve
     * @param notes takes what the user should know
     */
    void release(
            KernelModule module,
            Exports exports,
            List<LivepatchSymbol> converted,
            Set<Symbol> remaining,
            List<String> notes)
            throws ElfFormatException {
        Set<String> names = new HashSet<>();
        Set<String> released = new HashSet<>();
        for (LivepatchSymbol symbol : converted) {
            String name = symbol.symbol().name();
            names.add(name);
            if (exports.contains(name)) {
                String exporter = exports.exporter(name);
                released.add(
                        exporter != null ? exporter : symbol.meaning().object().text());
            }
        }
        releaseVersions(module, names);
        if (!(exports instanceof Exports.Versioned)) {
            for (Symbol symbol : remaining) {
                released.remove(exports.exporter(symbol.name()));
            }
            releaseDepends(released);
        } else {
            for (String object : releaseDepends(released)) {
                notes.add("depends= no longer names '" + object
                        + "'; whether the module still uses another export of it can only be told with --symbols or"
                        + " --kernel");
            }
        }
    }

    private List<String> releaseDepends(Set<String> released) {
        List<String> gone = new ArrayList<>();
        if (infoSection == null || info == null) {
            return gone;
        }
        List<String> kept = new ArrayList<>();
        for (String object : info.depends()) {
            (released.contains(object.replace('-', '_')) ? gone : kept).add(object);
        }
        if (!gone.isEmpty()) {
            infoSection.setBytes(OpaqueContent.of(info.withDepends(kept)));
        }
        return gone;
    }

    /** The table's own symbol must not reach beyond what is left of it. */
    private void releaseVersions(KernelModule module, Set<String> names) throws ElfFormatException {
        if (versionsSection == null || versions == null) {
            return;
        }
        byte[] kept = versions.without(names);
        if (kept.length == versions.sizeBytes()) {
            return;
        }
        versionsSection.setBytes(OpaqueContent.of(kept));
        for (Symbol symbol : module.symbols().symbols()) {
            if (symbol.section() == versionsSection && symbol.value() + symbol.size() > kept.length) {
                symbol.setSize(Math.max(0, kept.length - symbol.value()));
            }
        }
    }

    private static byte @Nullable [] bytes(@Nullable Section section) {
        if (section == null || !(section.content() instanceof OpaqueContent content)) {
            return null;
        }
        ByteBuffer buffer = content.bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static ModuleInfo parseInfo(ElfImage image, byte[] bytes) throws ElfFormatException {
        try {
            return ModuleInfo.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new ElfFormatException(image.name(), 0, ModuleInfo.SECTION, String.valueOf(e.getMessage()));
        }
    }

    private static ModuleVersions parseVersions(ElfImage image, byte[] bytes) throws ElfFormatException {
        try {
            return ModuleVersions.parse(bytes, image.format().is64());
        } catch (IllegalArgumentException e) {
            throw new ElfFormatException(image.name(), 0, ModuleVersions.SECTION, String.valueOf(e.getMessage()));
        }
    }
}
