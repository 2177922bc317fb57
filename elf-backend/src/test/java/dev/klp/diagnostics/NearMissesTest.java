package dev.klp.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissesTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "'', abc, 3",
        "kitten, sitting, 3",
        "cmdline_porc_show, cmdline_proc_show, 1",
        "ab, ba, 1",
        "ca, abc, 3",
        "abcd, badc, 2"
    })
    void countsInsertionsDeletionsSubstitutionsAndSwaps(String a, String b, int distance) {
        assertThat(NearMisses.distance(a, b, 10)).isEqualTo(distance);
        assertThat(NearMisses.distance(b, a, 10)).isEqualTo(distance);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheFullTableUpToTheLimit(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            int limit = random.nextInt(8);
            assertThat(NearMisses.distance(a, b, limit))
                    .as("seed %d: '%s' and '%s' up to %d", seed, a, b, limit)
                    .isEqualTo(Math.min(fullTable(a, b), limit + 1));
        }
    }

    @Test
    void namesAtMostThreeTheNearestFirst() {
        List<String> candidates = List.of("klp.debug", "klp.sourcez", "klp.source", "klp.sources", "klp.sourcess");
        assertThat(NearMisses.of("klp.sources", candidates))
                .containsExactly("klp.sources", "klp.source", "klp.sourcess");
    }

    @Test
    void namesNothingThatIsFar() {
        assertThat(NearMisses.of("version_show", List.of("cmdline_proc_show", "a")))
                .isEmpty();
        assertThat(NearMisses.of("ab", List.of("xy"))).isEmpty();
        assertThat(NearMisses.help("version_show", List.of())).isEmpty();
    }

    @Test
    void asksInOneLine() {
        assertThat(NearMisses.help("klp.source", List.of("klp.sources", "klp.debug")))
                .containsExactly(Hint.help("did you mean 'klp.sources'?"));
    }

    private static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(10);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static int fullTable(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
