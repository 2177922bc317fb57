package dev.klp.templates.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.c", "a/b-c/d+e_f.h", ".config", "...", "a..b"})
    void relativePaths(String text) {
        NamesTest.accepts(text, RelativePath::problem, RelativePath::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /etc/passwd   | begins with '/', it must be relative
            ../a.c        | has the part '..'
            a/../b.c      | has the part '..'
            ./a.c         | has the part '.'
            a//b.c        | has an empty part
            a/            | has an empty part
            -rf           | has the part '-rf', which begins with '-'
            a/-o          | has the part '-o', which begins with '-'
            a b.c         | contains a blank, a path consists of letters, digits and '.', '_', '+', '-', '/'
            $(id).c       | contains '$', a path consists of letters, digits and '.', '_', '+', '-', '/'
            a\\b.c        | contains '\\', a path consists of letters, digits and '.', '_', '+', '-', '/'
            C:a.c         | contains ':', a path consists of letters, digits and '.', '_', '+', '-', '/'
            a"b.c         | contains '"', a path consists of letters, digits and '.', '_', '+', '-', '/'
            ~root/a.c     | contains '~', a path consists of letters, digits and '.', '_', '+', '-', '/'
            a#b.c         | contains '#', a path consists of letters, digits and '.', '_', '+', '-', '/'
            """)
    void noRelativePaths(String text, String problem) {
        NamesTest.refuses(text, problem, RelativePath::problem, RelativePath::new);
    }

    @Test
    void noLineEndsInPaths() {
        assertThat(RelativePath.problem("a\n.c")).startsWith("contains U+000A");
        assertThat(RelativePath.problem("")).isEqualTo("is empty");
    }

    @Test
    void resolvesBelowAFolder() {
        assertThat(new RelativePath("src").resolve(new RelativePath("a/b.c"))).isEqualTo(new RelativePath("src/a/b.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/mm.h", "uapi/linux/netfilter/nf_tables.h", "asm/x.h"})
    void headers(String text) {
        NamesTest.accepts(text, HeaderName::problem, HeaderName::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <linux/mm.h>   | contains '<', write the name alone: 'linux/mm.h'
            "linux/mm.h"   | contains '"', write the name alone: 'linux/mm.h'
            linux/mm       | does not end with '.h'
            ../mm.h        | has the part '..'
            a>.h           | contains '>', a path consists of letters, digits and '.', '_', '+', '-', '/'
            """)
    void noHeaders(String text, String problem) {
        NamesTest.refuses(text, problem, HeaderName::problem, HeaderName::new);
    }
}
