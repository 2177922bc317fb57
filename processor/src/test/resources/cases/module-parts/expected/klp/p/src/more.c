#line 1 "demo/more.c"
#include <linux/seq_file.h>
#include "p.h"
#include "deep/shared.h"

int p_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%s %u\n", saved_command_line, other());
	return 0;
}
