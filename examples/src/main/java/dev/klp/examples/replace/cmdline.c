// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows cmdline_proc_show() of the kernel's fs/proc/cmdline.c.
 */
#include <linux/seq_file.h>

static int livepatch_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "v%d %s\n", TAGS_RELEASE, saved_command_line);
	return 0;
}
