package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.DiagnosticPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"KLP036", "klp036", "unknown-symbol"})
    void printsThePageOfACodeHoweverItIsNamed(String name) {
        assertThat(CommandLineRun.of("explain", name))
                .isEqualTo(new CommandLineRun(
                        ExitCode.OK,
                        DiagnosticPage.of(DiagnosticCode.UNKNOWN_SYMBOL).orElseThrow(),
                        ""));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAPage(DiagnosticCode code) {
        assertThat(CommandLineRun.of("explain", code.id()).out())
                .startsWith("# " + code.id())
                .contains("## Repair");
    }

    @Test
    void listsAllCodes() {
        assertThat(CommandLineRun.of("explain").out().lines())
                .hasSize(DiagnosticCode.values().length)
                .contains("KLP036 unknown-symbol (error)", "KLP045 sibling-clones (warning)");
    }

    @Test
    void anUnknownCodeIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("explain", "KLP000");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("klp: there is no code 'KLP000'\n");
    }
}
