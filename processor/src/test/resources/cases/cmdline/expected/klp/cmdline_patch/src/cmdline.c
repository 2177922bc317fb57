#line 1 "demo/cmdline.c"
#include <linux/seq_file.h>

static int livepatch_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%s  livepatch=1\n", saved_command_line);
	return 0;
}
