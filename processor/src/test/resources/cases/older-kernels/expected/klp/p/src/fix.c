#line 1 "demo/fix.c"
#include <linux/seq_file.h>

static int new_f(struct seq_file *m, void *v)
{
	return 0;
}

static int count_ctor(struct inode *inode, int *count, void *data)
{
	*count = nr_threads;
	return 0;
}

static int before(struct klp_object *obj)
{
	return 0;
}

static void after(struct klp_object *obj)
{
	klp_shadow_free_all_count();
}

static int take(void)
{
	return 0;
}

static void give(void)
{
}
