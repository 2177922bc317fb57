package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlpTest {
    private static final String ESCAPE = "\u001b[";

    @Test
    void printsItsVersion() {
        assertThat(CommandLineRun.of("--version"))
                .isEqualTo(new CommandLineRun(ExitCode.OK, "klp " + Version.text() + "\n", ""));
        assertThat(Version.text()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void helpNamesEveryCommandAndGoesToStandardOutput() {
        CommandLineRun help = CommandLineRun.of("--help");
        assertThat(help.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(help.out()).contains("Usage: klp", "convert");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                             | no command given                              | klp
                    bogus                          | Unmatched argument at index 0: 'bogus'        | klp
                    --color=blue                   | --color: 'blue' is none of auto, always, never | klp
                    convert --color=blue -o a b.ko | --color: 'blue' is none of auto, always, never | klp convert
                    convert --bogus -o a b.ko      | Unknown option: '--bogus'                     | klp convert
                    """)
    void usageErrorsAreTwoLinesAndExitCode2(String line, String text, String command) {
        CommandLineRun run = CommandLineRun.of(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertThat(run)
                .isEqualTo(
                        new CommandLineRun(ExitCode.USAGE, "", "klp: " + text + "\nTry '" + command + " --help'.\n"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    --color=always,      , xterm, false, true
                    --color=never,       , xterm, true,  false
                    --color=auto,        , xterm, true,  true
                    --color=auto,        , xterm, false, false
                    --color=auto,        , dumb,  true,  false
                    --color=auto,       1, xterm, true,  false
                    --color=always,     1, xterm, true,  true
                    """)
    void coloursWhereAPersonReads(String option, String noColor, String term, boolean terminal, boolean coloured) {
        Map<String, String> variables =
                noColor == null ? Map.of("TERM", term) : Map.of("TERM", term, "NO_COLOR", noColor);
        CommandLineRun run = CommandLineRun.in(new Environment(variables, terminal, terminal), option, "--help");
        assertThat(run.out().contains(ESCAPE)).isEqualTo(coloured);
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        PrintStream full = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws java.io.IOException {
                        throw new java.io.IOException("No space left on device");
                    }
                },
                true,
                StandardCharsets.UTF_8);
        Klp klp = new Klp(new Environment(Map.of(), false, false), full, System.err);
        assertThat(klp.run("--version")).isEqualTo(ExitCode.REFUSED);
    }
}
