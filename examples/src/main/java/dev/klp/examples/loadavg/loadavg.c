// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows loadavg_proc_show() of the kernel's fs/proc/loadavg.c.
 */
#include <linux/idr.h>
#include <linux/pid_namespace.h>
#include <linux/sched/loadavg.h>
#include <linux/seq_file.h>

static int livepatch_loadavg_proc_show(struct seq_file *m, void *v)
{
	unsigned long loads[3];
	int i;

	get_avenrun(loads, FIXED_1 / 200, 0);
	for (i = 0; i < ARRAY_SIZE(loads); i++)
		seq_printf(m, "%lu.%02lu ", LOAD_INT(loads[i]), LOAD_FRAC(loads[i]));
	seq_printf(m, "%u/%d %d klp\n", nr_running(), nr_threads,
		   idr_get_cursor(&task_active_pid_ns(current)->idr) - 1);
	return 0;
}
