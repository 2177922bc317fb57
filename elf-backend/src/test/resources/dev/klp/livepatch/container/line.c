// SPDX-License-Identifier: GPL-2.0-only
/* Replaces cmdline_proc_show() of fs/proc/cmdline.c. */
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/seq_file.h>

extern int nr_threads;

static const struct {
	const void *symbol;
	int sympos;
} relocs[] __used __section(".klp.module_relocs.vmlinux") = { { &nr_threads, 0 } };

static int show(struct seq_file *m, void *v)
{
	seq_printf(m, "patched, %s\n", nr_threads > 0 ? "with threads" : "without threads");
	return 0;
}

static struct klp_func functions[] = { { .old_name = "cmdline_proc_show", .new_func = show }, {} };
static struct klp_object objects[] = { { .funcs = functions }, {} };
static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objects };

static int __init line_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit line_exit(void)
{
}

module_init(line_init);
module_exit(line_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
