package dev.klp.processor.csource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokenStringTest {
    @Test
    void findsAStringThatEndsWithItsLine() {
        assertThat(BrokenString.first("f(\"a\", \"b\n\");")).contains("\"b");
        assertThat(BrokenString.first("f(\"")).contains("\"");
    }

    @Test
    void takesEverythingElseForWhatItIs() {
        assertThat(BrokenString.first("f(\"a\\\"\", '\"', \"b\\\nc\", \"\");")).isEmpty();
        assertThat(BrokenString.first("/* \" */ // \" \\\n \"\nx /* \"")).isEmpty();
        assertThat(BrokenString.first("a\n # if 0\nit is \"no C\n#endif")).isEmpty();
    }

    @Test
    void comesToAnEndWithLongText() {
        assertThat(BrokenString.first("\"" + "a".repeat(1_000_000))).isPresent();
        assertThat(BrokenString.first("\"" + "\\a".repeat(1_000_000) + "\"")).isEmpty();
        assertThat(BrokenString.first("/*" + "a".repeat(1_000_000))).isEmpty();
    }
}
