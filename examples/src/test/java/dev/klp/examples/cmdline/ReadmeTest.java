package dev.klp.examples.cmdline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example that the README shows is this one, which is compiled and booted. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/klp/examples/cmdline");
    private static final Pattern COMMENT = Pattern.compile("(?s)\\s*/\\*.*?\\*/|\\s*//[^\\n]*");

    @Test
    void showsThePatchAsItIs() throws IOException {
        String patch = withoutComments(Files.readString(SOURCES.resolve("CmdlinePatch.java")));

        assertThat(patch.substring(patch.indexOf("@KlpPatch"))).isEqualTo(withoutComments(block("java")));
    }

    @Test
    void showsTheCFileAsItIs() throws IOException {
        assertThat(withoutComments(Files.readString(SOURCES.resolve("cmdline.c"))))
                .isEqualTo(withoutComments(block("c")));
    }

    /** The first block of a language. */
    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("(?s)\\n```" + language + "\\n(.*?)\\n```\\n").matcher(Files.readString(README));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll("").strip();
    }
}
