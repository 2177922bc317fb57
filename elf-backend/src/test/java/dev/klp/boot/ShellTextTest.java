package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "it's", "''", "$HOME `id` \"x\" \\ !", "two\nlines", "-n", "* ? ~", "ä€"})
    void theShellReadsBackWhatWasQuoted(String text) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellText.quote(text)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(shell.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "bell\u0007", "tab\tbed", "cr\r\nlf"})
    void aLineHasNoControlCharacters(String text) {
        assertThat(ShellText.quoteLine(text)).doesNotContainPattern("\\p{Cntrl}");
    }
}
