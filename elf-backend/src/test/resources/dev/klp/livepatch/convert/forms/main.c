// SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0
/* A livepatch whose relocations stand in as many kinds of places as the compiler makes. */
#include <linux/kobject.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include "forms.h"

extern char *saved_command_line;
extern unsigned long zs_get_total_pages(void *pool);
extern int forms_third(void) asm("\".klp.sym.rela.vmlinux.vmlinux.type_show,3\"");
extern int forms_fifth(void) asm("\".klp.sym.rela.vmlinux.vmlinux.type_show,5\"");
extern int forms_max_part asm("\".klp.sym.rela.loop.loop.max_part,0\"");

KLP_MODULE_RELOC(vmlinux) forms_vmlinux[] = {
	{ &saved_command_line, 0 },
	{ &nr_threads, 0 },
	{ nr_running, 0 },
};

KLP_MODULE_RELOC(zsmalloc) forms_zsmalloc[] = {
	{ zs_get_total_pages, 0 },
};

/* .data */
int *forms_threads_pointer[] = { &nr_threads, &nr_threads + 1 };
/* .rodata */
int (*const forms_types[])(void) = { forms_third, forms_fifth };

/* Never called: its relocations wait for modules that the patch says nothing of. */
unsigned long forms_unused(void *pool)
{
	return zs_get_total_pages(pool) + forms_max_part;
}

static int forms_cmdline_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%s livepatch=1 threads=%d running=%d types=%d", saved_command_line,
		   *forms_threads_pointer[0] == nr_threads && nr_threads > 0, nr_running() > 0,
		   forms_types[0] != forms_types[1]);
	forms_more(m);
	seq_putc(m, '\n');
	return 0;
}

static struct klp_func forms_funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = forms_cmdline_proc_show },
	{ }
};

static struct klp_object forms_objects[] = {
	{ .funcs = forms_funcs },
	{ }
};

static struct klp_patch forms_patch = {
	.mod = THIS_MODULE,
	.objs = forms_objects,
	.replace = true,
};

static int __init forms_init(void)
{
	/* .init.text */
	if (nr_threads <= 0)
		return -EINVAL;
	return klp_enable_patch(&forms_patch);
}

static void __exit forms_exit(void)
{
}

module_init(forms_init);
module_exit(forms_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
