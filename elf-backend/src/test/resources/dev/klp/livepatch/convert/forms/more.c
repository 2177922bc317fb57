// SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0
#include <linux/compiler.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include "forms.h"

extern unsigned long nr_iowait(void);
extern int vm_swappiness;

KLP_MODULE_RELOC(vmlinux) forms_more_vmlinux[] = {
	{ &nr_threads, 0 },
	{ nr_iowait, 0 },
	{ &vm_swappiness, 0 },
};

/* .text.unlikely */
__cold noinline int forms_threads(void)
{
	return nr_threads;
}

/* A section of its own, by -ffunction-sections. */
void forms_more(struct seq_file *m)
{
	seq_printf(m, " cold=%d iowait=%d swappiness=%d", forms_threads() > 0, nr_iowait() < 1000, vm_swappiness);
}
