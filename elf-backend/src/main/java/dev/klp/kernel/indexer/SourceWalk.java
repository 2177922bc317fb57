package dev.klp.kernel.indexer;

import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.SourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files below what a person named. */
final class SourceWalk {
    /** In a folder of modules these two files have names that kmod and the kernel's build agree on (scripts/Makefile.modinst). */
    private static final String BUILTIN = "modules.builtin";

    private static final String BUILTIN_MODINFO = "modules.builtin.modinfo";

    private final List<SourceFile> files = new ArrayList<>();
    private final List<IndexedSource> folders = new ArrayList<>();

    /** Every file to be read, in a stable order. */
    List<SourceFile> files() {
        return files;
    }

    /** The folders among the sources, with digests of what is in them. */
    List<IndexedSource> folders() {
        return folders;
    }

    void add(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            addFolder(source);
        } else if (Files.notExists(source)) {
            throw new NoSuchFileException(source.toString());
        } else {
            Path name = source.getFileName();
            files.add(new SourceFile(source, name == null ? source.toString() : name.toString(), null));
        }
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> modules = modules(folder);
        if (modules.isEmpty()) {
            throw new KernelFormatException(folder.toString(), "there is no module (.ko) in this folder");
        }
        for (Path module : modules) {
            files.add(new SourceFile(module, folder.relativize(module).toString(), SourceKind.MODULE));
        }
        addIfThere(folder.resolve(BUILTIN), SourceKind.MODULES_BUILTIN);
        addIfThere(folder.resolve(BUILTIN_MODINFO), SourceKind.MODULES_BUILTIN_MODINFO);
        folders.add(new IndexedSource(
                SourceKind.MODULES_FOLDER,
                folder.toRealPath().toString(),
                modules.size(),
                Digests.sha256(listing(folder, modules).getBytes(StandardCharsets.UTF_8))));
    }

    /** The names of the modules in a folder, which its digest is made of. */
    static String listing(Path folder, List<Path> modules) {
        StringBuilder listing = new StringBuilder();
        for (Path module : modules) {
            listing.append(folder.relativize(module)).append('\n');
        }
        return listing.toString();
    }

    private void addIfThere(Path file, SourceKind kind) {
        if (Files.isRegularFile(file)) {
            files.add(new SourceFile(file, String.valueOf(file.getFileName()), kind));
        }
    }

    /**
     * The modules below a folder, sorted. The kernel's build names them so; links such as {@code build} and {@code source} in
     * {@code /lib/modules/<release>} are not followed.
     */
    static List<Path> modules(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> isModuleName(file.getFileName()))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isModuleName(@Nullable Path name) {
        if (name == null) {
            return false;
        }
        String text = name.toString();
        return text.endsWith(".ko") || text.endsWith(".ko.xz") || text.endsWith(".ko.zst") || text.endsWith(".ko.gz");
    }
}
