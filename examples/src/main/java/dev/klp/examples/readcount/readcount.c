// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows version_proc_show() of the kernel's fs/proc/version.c.
 */
#include <linux/atomic.h>
#include <linux/fs.h>
#include <linux/seq_file.h>
#include <linux/utsname.h>

/* Runs under a spinlock and with interrupts off, as the destructor does. */
static int livepatch_reads_ctor(struct inode *inode, atomic_t *reads, void *first)
{
	atomic_set(reads, *(int *)first);
	return 0;
}

/* The inode may be gone by now: only the variable is looked at. */
static void livepatch_reads_dtor(struct inode *inode, atomic_t *reads)
{
	pr_info("freeing shadow, count=%d\n", atomic_read(reads));
}

static int livepatch_version_proc_show(struct seq_file *m, void *v)
{
	int first = 0;
	atomic_t *reads = klp_shadow_get_or_alloc_reads(file_inode(m->file), GFP_KERNEL, &first);

	seq_printf(m, linux_proc_banner, utsname()->sysname, utsname()->release, utsname()->version);
	if (reads)
		seq_printf(m, "reads=%d\n", atomic_inc_return(reads));
	return 0;
}

static void livepatch_reads_post_unpatch(struct klp_object *obj)
{
	klp_shadow_free_all_reads();
}
