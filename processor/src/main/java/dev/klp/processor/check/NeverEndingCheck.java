package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Functions that some task is always in. A task goes over to the new functions when none of the replaced ones is on its stack
 * ({@code klp_check_stack} in kernel/livepatch/transition.c); a function that is entered once is replaced for nobody.
 */
final class NeverEndingCheck implements KernelCheck {
    /** Every sleeping task has these on its stack (kernel/sched/core.c, kernel/time/timer.c). */
    private static final Set<String> SLEEPING = names("schedule schedule_timeout schedule_timeout_interruptible"
            + " schedule_timeout_uninterruptible schedule_hrtimeout_range schedule_hrtimeout_range_clock io_schedule"
            + " wait_for_completion do_wait worker_thread");

    /** Loops of kernel threads, each named by its file. */
    private static final Map<String, String> LOOPS = Map.ofEntries(
            Map.entry("kthread", "kernel/kthread.c"),
            Map.entry("kthreadd", "kernel/kthread.c"),
            Map.entry("kthread_worker_fn", "kernel/kthread.c"),
            Map.entry("rescuer_thread", "kernel/workqueue.c"),
            Map.entry("smpboot_thread_fn", "kernel/smpboot.c"),
            Map.entry("rcu_gp_kthread", "kernel/rcu/tree.c"),
            Map.entry("rcu_tasks_kthread", "kernel/rcu/tasks.h"),
            Map.entry("kswapd", "mm/vmscan.c"),
            Map.entry("kcompactd", "mm/compaction.c"),
            Map.entry("khugepaged", "mm/khugepaged.c"),
            Map.entry("ksm_scan_thread", "mm/ksm.c"),
            Map.entry("oom_reaper", "mm/oom_kill.c"),
            Map.entry("kauditd_thread", "kernel/audit.c"),
            Map.entry("irq_thread", "kernel/irq/manage.c"),
            Map.entry("devtmpfsd", "drivers/base/devtmpfs.c"),
            Map.entry("hwrng_fillfn", "drivers/char/hw_random/core.c"));

    /** Entered once per processor or once per boot, and never left (init/main.c, kernel/sched/idle.c). */
    private static final Set<String> ONCE = names("rest_init start_kernel cpu_startup_entry do_idle kernel_init");

    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.functions().forEach(use -> {
            String name = use.name();
            String reason = SLEEPING.contains(name)
                    ? "sleeping tasks are in it, so that the transition to the patch may never end"
                    : LOOPS.containsKey(name)
                            ? "a kernel thread never leaves it (" + LOOPS.get(name)
                                    + "), so that the transition to the patch never ends"
                            : ONCE.contains(name)
                                    ? "it is entered once and never left, so that the patch has no effect"
                                    : "";
            if (!reason.isEmpty() && use.found().isPresent()) {
                findings.add(
                        DiagnosticCode.NEVER_ENDING,
                        use.position(),
                        "replacing " + Quote.of(name) + " of "
                                + Quote.of(use.object().name()) + " does not come to an end",
                        Hint.note(reason),
                        Hint.help("replace the functions that it calls instead"));
            }
        });
    }

    private static Set<String> names(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
