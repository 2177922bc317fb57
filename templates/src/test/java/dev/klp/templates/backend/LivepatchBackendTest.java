package dev.klp.templates.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.KernelVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivepatchBackendTest {
    @ParameterizedTest
    @CsvSource({
        "4.0.9-smp, register",
        "5.0.21, register",
        "5.1.0-1, enable",
        "5.10.223, enable",
        "6.12.117+deb12, enable",
        "10.0.0, enable"
    })
    void goesByTheVersion(String release, String folder) {
        assertThat(LivepatchBackend.of(new KernelRelease(release).version()).registration())
                .isEqualTo("backend/" + folder + "/registration.c.ftl");
    }

    @Test
    void aTreeForNoKernelIsForTheNewest() {
        for (LivepatchFeature feature : LivepatchFeature.values()) {
            assertThat(feature.isIn(LivepatchBackend.newest().version()))
                    .as("%s", feature)
                    .isEqualTo(feature != LivepatchFeature.IMMEDIATE);
        }
    }

    @ParameterizedTest
    @CsvSource({"4.19.0-1, 4.19", "6.12+x, 6.12", "6, 6.0", "5.4294967296, 5.0", "4.9999999999.1, 4.0"})
    void readsAVersionFromARelease(String release, String version) {
        assertThat(new KernelRelease(release).version()).hasToString(version);
    }

    @Test
    void saysWhichKernelsHaveAFeature() {
        assertThat(LivepatchFeature.CALLBACKS.range()).isEqualTo("since Linux 4.15");
        assertThat(LivepatchFeature.IMMEDIATE.range()).isEqualTo("from Linux 4.12 to 4.15");
        assertThat(LivepatchFeature.IMMEDIATE.isIn(new KernelVersion(4, 11))).isFalse();
        assertThat(LivepatchFeature.IMMEDIATE.isIn(new KernelVersion(4, 12))).isTrue();
        assertThat(LivepatchFeature.IMMEDIATE.isIn(new KernelVersion(4, 15))).isTrue();
        assertThat(LivepatchFeature.IMMEDIATE.isIn(new KernelVersion(4, 16))).isFalse();
    }
}
