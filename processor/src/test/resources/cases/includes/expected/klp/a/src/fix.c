#line 1 "demo/fix.c"
#include <linux/seq_file.h>

static int a_init(void)
{
	return 0;
}

static void a_exit(void)
{
}

static int a_cmdline(struct seq_file *m, void *v)
{
	seq_puts(m, saved_command_line);
	return 0;
}
