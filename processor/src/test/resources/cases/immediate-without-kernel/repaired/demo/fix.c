#include <linux/seq_file.h>

static int new_f(struct seq_file *m, void *v)
{
	return 0;
}
