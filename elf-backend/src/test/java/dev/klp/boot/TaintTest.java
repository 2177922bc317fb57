package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaintTest {
    @Test
    void namesItsBitsAsTheKernelDoes() {
        assertThat(new Taint(0).letters()).isEmpty();
        assertThat(new Taint(1L << 12 | 1L << 13 | 1L << 15).letters()).isEqualTo("OEK");
        assertThat(new Taint(1L << 7 | 1L << 9).letters()).isEqualTo("DW");
    }

    @Test
    void tellsWarningsFromOopses() {
        assertThat(new Taint(1L << 9).warned()).isTrue();
        assertThat(new Taint(1L << 9).died()).isFalse();
        assertThat(new Taint(1L << 7).died()).isTrue();
        assertThat(new Taint(1L << 15).livepatched()).isTrue();
        assertThat(new Taint(1L << 14).livepatched()).isFalse();
    }
}
