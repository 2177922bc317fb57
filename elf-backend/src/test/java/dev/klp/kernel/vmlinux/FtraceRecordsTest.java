package dev.klp.kernel.vmlinux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FtraceRecordsTest {
    private static final long TEXT = 0xffff_ffff_8100_0000L;

    @Test
    void findsARecordAnywhereInTheFunction() {
        FtraceRecords records = FtraceRecords.of(new long[] {TEXT + 0x104, TEXT + 0x20, 0}, Long.MAX_VALUE);

        assertThat(records.size()).isEqualTo(2);
        assertThat(records.location(0)).isEqualTo(TEXT + 0x20);
        assertThat(records.isTraceable(TEXT + 0x20, TEXT + 0x30)).isTrue();
        assertThat(records.isTraceable(TEXT + 0x100, TEXT + 0x140)).isTrue();
        assertThat(records.isTraceable(TEXT + 0x21, TEXT + 0x104)).isFalse();
        assertThat(records.isTraceable(TEXT + 0x105, -1)).isFalse();
    }

    @Test
    void leavesOutWhatAnOverriddenWeakFunctionLeftBehind() {
        FtraceRecords records = FtraceRecords.of(new long[] {TEXT + 0x10}, 4);

        assertThat(records.isTraceable(TEXT, TEXT + 0x20)).isFalse();
        assertThat(records.isTraceable(TEXT + 0xc, TEXT + 0x20)).isTrue();
    }
}
