package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of expected files, rewritten by {@code -Dgolden.update=true}. */
record Golden(Path folder) {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /**
     * Compares those files of the folder that {@code compared} names with what there should be: no file more, none less,
     * the same bytes.
     */
    void assertHolds(Map<String, byte[]> actual, Predicate<String> compared) {
        Map<String, byte[]> files = new TreeMap<>(actual);
        Set<String> surplus = new TreeSet<>(present());
        surplus.removeIf(compared.negate());
        if (UPDATE) {
            rewrite(surplus, files);
            return;
        }
        surplus.removeAll(files.keySet());
        assertThat(surplus).as("files in %s that nothing generates", folder).isEmpty();
        files.forEach(this::assertSame);
    }

    private void assertSame(String name, byte[] actual) {
        Path file = folder.resolve(name);
        try {
            byte[] expected = Files.readAllBytes(file);
            assertThat(new String(actual, StandardCharsets.UTF_8))
                    .as(file.toString())
                    .isEqualTo(new String(expected, StandardCharsets.UTF_8));
            assertThat(actual).as(file.toString()).isEqualTo(expected);
        } catch (NoSuchFileException e) {
            fail("there is no %s: create it, or let -Dgolden.update=true do it, with%n%s", file, text(actual));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares one file, which may be missing where nothing is expected. */
    static void assertText(Path file, String actual) {
        Golden golden = new Golden(Objects.requireNonNull(file.getParent()));
        String name = file.getFileName().toString();
        golden.assertHolds(
                actual.isEmpty() ? Map.of() : Map.of(name, actual.getBytes(StandardCharsets.UTF_8)), name::equals);
    }

    private void rewrite(Set<String> old, Map<String, byte[]> files) {
        try {
            for (String name : old) {
                Files.delete(folder.resolve(name));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> present() {
        return Files.isDirectory(folder) ? below(folder).keySet() : Set.of();
    }

    /** All files below a folder by their paths with {@code /}. */
    static Map<String, byte[]> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString().replace('\\', '/'), Golden::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
