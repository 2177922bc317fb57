#include <linux/seq_file.h>

static int new_f(struct seq_file *m, void *v)
{
	return 0;
}

static int ctor(struct inode *inode, int *count, void *data)
{
	return 0;
}

static void after(struct klp_object *obj)
{
}
