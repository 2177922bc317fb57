package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.KernelCache;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.indexer.KernelLocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the relocations from the examples and lets the processor propose them: against Debian's kernel it must find every one, and
 * of all examples together take at most two other names for symbols.
 */
class UndeclaredSymbolIT {
    private static final Path EXAMPLES = Path.of("../examples/src/main/java");
    private static final Pattern RELOCATION =
            Pattern.compile("@KlpModuleReloc\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\)");
    private static final Pattern SYMBOL = Pattern.compile("symbol = \"([^\"]+)\"");
    private static final Pattern C_NAME = Pattern.compile("cName = \"([^\"]+)\"");
    private static final Pattern PROPOSED = Pattern.compile("\\[KLP064\\] '(\\w+)' at ");

    @TempDir
    Path temporary;

    @Test
    void findsEveryRelocationOfTheExamples() throws IOException {
        String release = release();
        Map<String, Set<String>> missed = new TreeMap<>();
        Map<String, Set<String>> surplus = new TreeMap<>();
        int needed = 0;
        for (Path patch : patches()) {
            String name = patch.getFileName().toString();
            Set<String> relocations = new TreeSet<>();
            Path in = withoutRelocations(patch, relocations);
            // What vmlinux exports needs none.
            relocations.removeIf(symbol -> isExported(release, symbol));
            needed += relocations.size();
            Set<String> proposed = proposed(in, release);
            missed.put(name, difference(relocations, proposed));
            surplus.put(name, difference(proposed, relocations));
        }
        missed.values().removeIf(Set::isEmpty);
        surplus.values().removeIf(Set::isEmpty);
        System.out.println(needed + " relocations of the examples, missed " + missed + ", false " + surplus);
        assertThat(needed).isGreaterThan(10);
        assertThat(missed).isEmpty();
        assertThat(surplus.values().stream().mapToInt(Set::size).sum())
                .as("%s", surplus)
                .isLessThanOrEqualTo(2);
    }

    private static boolean isExported(String release, String symbol) {
        try (KernelIndex kernel = KernelLocator.of(System.getenv()).openRelease(release)) {
            return kernel.exports(symbol).stream()
                    .anyMatch(export -> export.exporter().equals("vmlinux"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith("Patch.java"))
                    .sorted()
                    .toList();
        }
    }

    private Path withoutRelocations(Path patch, Set<String> relocations) throws IOException {
        String text = Files.readString(patch);
        Matcher annotations = RELOCATION.matcher(text);
        while (annotations.find()) {
            Matcher name = C_NAME.matcher(annotations.group());
            Matcher symbol = SYMBOL.matcher(annotations.group());
            relocations.add(name.find() ? name.group(1) : symbol.find() ? symbol.group(1) : annotations.group());
        }
        Path folder = EXAMPLES.relativize(patch.getParent());
        Path in = Files.createTempDirectory(temporary, "in");
        Path to = Files.createDirectories(in.resolve(folder));
        try (Stream<Path> files = Files.list(patch.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                to.resolve(patch.getFileName()), RELOCATION.matcher(text).replaceAll(""));
        return in;
    }

    private Set<String> proposed(Path in, String release) throws IOException {
        Path out = Files.createTempDirectory(temporary, "out");
        Compiler.Outcome outcome = Compiler.JAVAC.compile(
                in, out, List.of("-sourcepath", in.toString(), "-Aklp.kernel=" + release), new KlpProcessor());
        Set<String> names = new TreeSet<>();
        for (Message message : Message.sorted(outcome.diagnostics(), in)) {
            // What else the checks hold against patches that are known to work.
            assertThat(message.text()).doesNotContain("[KLP068]", "[KLP069]", "[KLP072]", "[KLP073]");
            Matcher proposed = PROPOSED.matcher(message.text());
            if (proposed.find()) {
                names.add(proposed.group(1));
            }
        }
        return names;
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static String release() throws IOException {
        KernelCache cache = KernelCache.of(System.getenv());
        List<String> releases = cache.debianReleases().stream()
                .filter(release -> release.matches("6\\.1\\..*-amd64"))
                .toList();
        if (releases.isEmpty()) {
            String reason = "no 6.1 kernel of Debian's in " + cache.root() + " (examples/check fetches one)";
            assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
            Assumptions.abort(reason);
        }
        return releases.get(releases.size() - 1);
    }
}
