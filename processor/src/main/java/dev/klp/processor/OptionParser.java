package dev.klp.processor;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.NearMisses;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.released.Manifest;
import dev.klp.processor.released.ReleasedPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads option values and collects what is wrong with them. */
final class OptionParser {
    private static final String PREFIX = "klp.";

    private final Map<String, String> given;
    private final List<Diagnostic<String>> diagnostics = new ArrayList<>();
    private final @Nullable Path base;

    OptionParser(Map<String, String> given) {
        // Sorted, because the compiler's map has no order of its own.
        this.given = new TreeMap<>(given);
        this.base = absoluteFolder(Option.BASEDIR);
    }

    List<Diagnostic<String>> diagnostics() {
        return diagnostics;
    }

    /** The compiler itself says nothing of an option that no processor knows, unless asked to by -Xlint:processing. */
    void refuseUnknown() {
        for (String key : given.keySet()) {
            if (key.startsWith(PREFIX) && Option.of(key).isEmpty()) {
                add(
                        DiagnosticCode.UNKNOWN_OPTION,
                        key,
                        "there is no option " + Quote.of(key),
                        NearMisses.help(key, Option.keys()));
            }
        }
    }

    boolean flag(Option option) {
        String value = given.getOrDefault(option.key(), "false");
        // javac gives null for -Akey, ecj too.
        if (value == null || value.isEmpty() || value.equals("true")) {
            return true;
        }
        if (!value.equals("false")) {
            refuse(option, "is " + Quote.of(value), Hint.help("write -A" + option.key() + "=true or leave it out"));
        }
        return false;
    }

    /** A folder that must exist, absolute or below {@link Option#BASEDIR}. */
    @Nullable
    Path existingFolder(Option option) {
        Path path = path(option);
        if (path == null) {
            return null;
        }
        path = resolve(option, path);
        if (path == null) {
            return null;
        }
        if (!Files.isDirectory(path)) {
            refuse(option, "names no folder: '" + path + "'");
            return null;
        }
        return path;
    }

    /** The manifests in the folder of {@link Option#RELEASED}. */
    List<ReleasedPatch> released() {
        Path folder = existingFolder(Option.RELEASED);
        if (folder == null) {
            return List.of();
        }
        try {
            return Manifest.readAll(folder);
        } catch (IOException e) {
            refuse(Option.RELEASED, "names a folder that cannot be used: " + e.getMessage());
            return List.of();
        }
    }

    /** A path below {@link Option#BASEDIR} if it is relative; null after that was refused. */
    private @Nullable Path resolve(Option option, Path path) {
        if (path.isAbsolute()) {
            return path;
        }
        if (base == null) {
            refuse(
                    option,
                    "is the relative path " + Quote.of(path.toString()) + ", and nothing says relative to what",
                    Hint.help("add -A" + Option.BASEDIR.key() + "=${project.basedir} (Maven), or write -A"
                            + option.key() + "=${project.basedir}/" + path));
            return null;
        }
        return base.resolve(path).normalize();
    }

    /**
     * The kernels of {@link Option#KERNEL}. A word without a slash is a release, unless there is a file of that name in
     * {@link Option#BASEDIR}.
     */
    List<KernelName> kernels() {
        if (!given.containsKey(Option.KERNEL.key())) {
            return List.of();
        }
        String value = Objects.requireNonNullElse(given.get(Option.KERNEL.key()), "");
        List<KernelName> kernels = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            kernel(part.strip(), kernels);
        }
        return kernels;
    }

    private void kernel(String text, List<KernelName> kernels) {
        if (text.isEmpty()) {
            refuse(
                    Option.KERNEL,
                    "names no kernel" + (kernels.isEmpty() ? "" : " behind a comma"),
                    Hint.help("write -A" + Option.KERNEL.key() + "=<release, index or vmlinuz>"));
            return;
        }
        Path path;
        try {
            path = Path.of(text);
        } catch (InvalidPathException e) {
            refuse(Option.KERNEL, "is no path: " + Quote.of(text));
            return;
        }
        if (path.getNameCount() == 1 && !path.isAbsolute()) {
            boolean file = base != null && Files.exists(base.resolve(path));
            kernels.add(new KernelName(text, file ? resolve(Option.KERNEL, path) : null));
            return;
        }
        Path absolute = resolve(Option.KERNEL, path);
        if (absolute != null) {
            kernels.add(new KernelName(text, absolute));
        }
    }

    private @Nullable Path absoluteFolder(Option option) {
        Path path = path(option);
        if (path == null || path.isAbsolute()) {
            return path;
        }
        refuse(
                option,
                "is the relative path " + Quote.of(path.toString()),
                Hint.help("write -A" + option.key() + "=${project.basedir} (Maven) or another absolute path"));
        return null;
    }

    private @Nullable Path path(Option option) {
        if (!given.containsKey(option.key())) {
            return null;
        }
        String value = given.get(option.key());
        if (value == null || value.isEmpty()) {
            refuse(option, "has no value", Hint.help("write -A" + option.key() + "=<folder>"));
            return null;
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            refuse(option, "is no path: " + Quote.of(value));
            return null;
        }
    }

    private void refuse(Option option, String problem, Hint... hints) {
        add(DiagnosticCode.OPTION, option.key(), "option '" + option.key() + "' " + problem, List.of(hints));
    }

    private void add(DiagnosticCode code, String key, String text, List<Hint> hints) {
        diagnostics.add(new Diagnostic<>(code, key, text, hints));
    }
}
