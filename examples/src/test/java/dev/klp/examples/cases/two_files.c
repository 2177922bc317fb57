// SPDX-License-Identifier: Apache-2.0
#include <linux/seq_file.h>

static int two_files_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%zu %s\n", command_line_length(), saved_command_line);
	return 0;
}
