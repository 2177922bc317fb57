package dev.klp.untrusted;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inputs that fuzzing has found, where Jazzer looks for them too: {@code <fuzz test>Inputs/<method>} among the resources. */
final class Findings {
    private Findings() {}

    /** The inputs by the names of their files. */
    static Map<String, byte[]> of(UntrustedInput input) throws IOException {
        String fuzzTest = Arrays.stream(input.name().split("_"))
                .map(Findings::capitalized)
                .collect(Collectors.joining());
        URL folder = Findings.class.getResource(fuzzTest + "FuzzInputs/read");
        Map<String, byte[]> findings = new TreeMap<>();
        for (Path file : folder == null ? List.<Path>of() : files(folder)) {
            findings.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return findings;
    }

    private static List<Path> files(URL folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static String capitalized(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
