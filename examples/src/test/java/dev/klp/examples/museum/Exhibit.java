package dev.klp.examples.museum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One broken patch.
 *
 * @param source its Java file; what the compiler says is in the text file of the same name beside it
 */
record Exhibit(Path source) {
    static final Path FOLDER = Path.of("src/museum/java");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*\\s*(.*?\\.) (.*?)\\s*\\*/");
    private static final Pattern CODE = Pattern.compile("\\[(KLP\\d+)]");

    /** All of them by name. */
    static List<Exhibit> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("museum"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Exhibit::new)
                    .toList();
        }
    }

    /** The type's name. */
    String name() {
        return source.getFileName().toString().replace(".java", "");
    }

    /** Where the compiler's messages are kept. */
    Path messages() {
        return source.resolveSibling(name() + ".txt");
    }

    /** The line of the museum's page: what is wrong, what the kernel does, and the code of what stops it. */
    String row() throws IOException {
        Matcher comment = COMMENT.matcher(Files.readString(source));
        assertThat(comment.find()).as("the comment of %s", source).isTrue();
        Matcher code = CODE.matcher(Files.readString(messages()));
        assertThat(code.find()).as("a code in %s", messages()).isTrue();
        return "| [`" + name() + "`](java/museum/" + source.getFileName() + ") | " + oneLine(comment.group(1)) + " | "
                + oneLine(comment.group(2)) + " | [" + code.group(1) + "](java/museum/"
                + messages().getFileName()
                + ") |";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
    }
}
