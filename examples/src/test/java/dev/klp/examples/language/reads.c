// SPDX-License-Identifier: Apache-2.0
#include <linux/fs.h>
#include <linux/seq_file.h>
#include "text.h"

struct reads {
	unsigned int before;
	unsigned int count;
};

/* Under a spinlock: it only fills what is there. */
static int reads_ctor(struct inode *inode, struct reads *reads, void *ctor_data)
{
	reads->before = *(unsigned int *)ctor_data;
	return 0;
}

static void reads_dtor(struct inode *inode, struct reads *reads)
{
	pr_info("freed at count %u\n", reads->count);
}

static int reads_version_proc_show(struct seq_file *m, void *v)
{
	unsigned int before = 100;
	struct inode *inode = file_inode(m->file);
	bool known = klp_shadow_get_reads(inode);
	struct reads *reads = klp_shadow_get_or_alloc_reads(inode, GFP_KERNEL, &before);

	if (!reads)
		return -ENOMEM;
	reads->count++;
	seq_printf(m, "%s %u+%u%s\n", reads_text(), reads->before, reads->count, known ? "" : " new");
	return 0;
}

static void reads_post_unpatch(struct klp_object *obj)
{
	klp_shadow_free_all_reads();
}
