package dev.klp.processor;

import dev.klp.kernel.Export;
import dev.klp.kernel.KernelVersion;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.index.IndexWriter;
import dev.klp.kernel.index.KernelContents;
import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.ObjectContents;
import dev.klp.kernel.index.SymbolColumns;
import dev.klp.kernel.source.KernelConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the index of a kernel that a text file describes, a line each: {@code release R}, {@code version V}, {@code config OPTION=value},
 * {@code builtin name path}, {@code export symbol exporter}, {@code object name [path [dependencies]]}, and below the object
 * its symbols as {@code address letter name [traceability]}, which are in the file of the last {@code file path} if there is one.
 * A function's type is {@code type returned name parameter...}, see {@link TestTypes}.
 */
final class TestKernel {
    private static final Path DESCRIPTIONS = Path.of("src/test/resources/kernels");

    private final NamePool names = new NamePool();
    private final List<ObjectContents> objects = new ArrayList<>();
    private final TestTypes types = new TestTypes();
    private final List<Export> exports = new ArrayList<>();
    private final TreeMap<String, String> builtIn = new TreeMap<>();
    private final TreeMap<String, String> config = new TreeMap<>();
    private @Nullable String release;
    private @Nullable KernelVersion version;
    private @Nullable String file;

    private TestKernel() {}

    /** Makes all of them as {@code <release>.klpindex}. */
    static void writeAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(DESCRIPTIONS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                TestKernel kernel = new TestKernel();
                Files.readAllLines(file).forEach(kernel::read);
                IndexWriter.write(kernel.contents(), folder.resolve(name + ".klpindex"));
            }
        }
    }

    private KernelContents contents() {
        objects.replaceAll(
                object -> object.kind() == ObjectKind.VMLINUX ? object.withTypes(types.contents(names)) : object);
        return new KernelContents(
                names, release, "x86_64", objects, exports, builtIn, new KernelConfig(config, version), List.of());
    }

    private void read(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = line.split(" ");
        switch (words[0]) {
            case "release" -> release = words[1];
            case "config" -> config.put(words[1].split("=")[0], words[1].split("=")[1]);
            case "version" -> version = KernelVersion.parse(words[1]).orElseThrow();
            case "builtin" -> builtIn.put(words[1], words[2]);
            case "export" -> exports.add(new Export(words[1], words[2], false, "", OptionalLong.empty()));
            case "object" -> {
                objects.add(object(words));
                file = null;
            }
            case "type" -> types.function(words[1], words[2], List.of(words).subList(3, words.length));
            case "file" -> file = words[1];
            default -> symbol(objects.get(objects.size() - 1).symbols(), words);
        }
    }

    private void symbol(SymbolColumns symbols, String[] words) {
        char letter = words[1].charAt(0);
        symbols.add(
                words[2],
                Long.parseUnsignedLong(words[0], 16),
                0,
                0,
                letter,
                attributes(letter, words.length > 3 ? words[3] : ""));
        if (file != null) {
            symbols.setSourceFile(file);
        }
    }

    private ObjectContents object(String[] words) {
        return new ObjectContents(
                words[1],
                words[1].equals("vmlinux") ? ObjectKind.VMLINUX : ObjectKind.MODULE,
                SymbolOrder.KERNEL,
                words.length > 2 ? words[2] : null,
                null,
                false,
                words.length > 3 ? List.of(words[3].split(",")) : List.of(),
                List.of(),
                new SymbolColumns(names, 16),
                null);
    }

    private static SymbolColumns.Attributes attributes(char letter, String word) {
        boolean function = Character.toLowerCase(letter) == 't';
        boolean init = word.equals("init");
        Traceability traceability = !function
                ? Traceability.NOT_A_FUNCTION
                : word.isEmpty() ? Traceability.TRACEABLE : Traceability.valueOf(word.toUpperCase(Locale.ROOT));
        return new SymbolColumns.Attributes(
                function ? SymbolKind.FUNCTION : SymbolKind.DATA,
                Character.isUpperCase(letter),
                false,
                init,
                traceability);
    }
}
