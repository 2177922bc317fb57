// SPDX-License-Identifier: Apache-2.0
#include <linux/seq_file.h>

static int homonyms_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%px %px\n", first_version_show, third_version_show);
	return 0;
}
