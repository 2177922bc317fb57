package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelLogTest {
    @Test
    void findsFaults() {
        List<String> faults = List.of(
                "[    2.130875] WARNING: CPU: 0 PID: 165 at kernel/livepatch/core.c:2 i+0x11/0xfe0 [warn]",
                "[    2.130875] WARNING: kernel/livepatch/core.c:950 at __klp_enable_patch, CPU#0: insmod/80",
                "[    2.157801] BUG: kernel NULL pointer dereference, address: 0000000000000008",
                "[    2.158371] Oops: 0002 [#1] PREEMPT SMP NOPTI",
                "[    9.158371] Oops: general protection fault, probably for non-canonical address 0x1: 0000 [#1]",
                "[    3.158371] kernel BUG at mm/slub.c:448!",
                "[    3.064947] Kernel panic - not syncing: sysrq triggered crash",
                "[  242.064947] INFO: task insmod:87 blocked for more than 120 seconds.",
                "[   42.064947] rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:");

        assertThat(new KernelLog(faults).faults()).isEqualTo(faults);
    }

    @Test
    void ordinaryMessagesAreNoFaults() {
        KernelLog log = new KernelLog(List.of(
                "[    0.072345] Spectre V2 : WARNING: Unprivileged eBPF is enabled with eIBRS on, data leaks possible",
                "[    1.732326] hand: loading out-of-tree module taints kernel.",
                "[    1.773208] livepatch: 'hand': starting patching transition",
                "[    1.158371] softdog: initialized. soft_noboot=0 soft_margin=60 sec soft_panic=0 (nowayout=0)"));

        assertThat(log.faults()).isEmpty();
        assertThat(log.contains("starting patching")).isTrue();
        assertThat(log.contains("patching complete")).isFalse();
    }
}
