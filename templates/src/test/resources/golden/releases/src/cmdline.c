#line 1 "org/example/cmdline.c"
// SPDX-License-Identifier: GPL-2.0-only
#include <linux/seq_file.h>

static int livepatch_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%s livepatch=1\n", saved_command_line);
	return 0;
}
