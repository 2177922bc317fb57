#line 1 "demo/fix.c"
#include <linux/seq_file.h>

struct reads {
	int count;
};

static int reads_ctor(struct inode *inode, struct reads *reads, void *start)
{
	reads->count = *(int *)start;
	return 0;
}

static void reads_dtor(struct inode *inode, struct reads *reads)
{
	pr_info("count=%d\n", reads->count);
}

static void last_dtor(void *object, int *last)
{
}

static int new_f(struct seq_file *m, void *v)
{
	int start = 1;
	struct inode *inode = file_inode(m->file);
	struct reads *reads = klp_shadow_get_reads(inode);

	if (!reads)
		reads = klp_shadow_get_or_alloc_reads(inode, GFP_KERNEL, &start);
	if (!reads)
		return -ENOMEM;
	*klp_shadow_alloc_mark(inode, GFP_KERNEL) = NULL;
	klp_shadow_free_mark(inode);
	klp_shadow_alloc_last(m, GFP_KERNEL);
	return 0;
}

static void free_all(struct klp_object *obj)
{
	klp_shadow_free_all_reads();
	klp_shadow_free_all_mark();
	klp_shadow_free_all_last();
}
