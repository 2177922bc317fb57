// SPDX-License-Identifier: Apache-2.0
#include <linux/fs.h>
#include <linux/seq_file.h>

static int fixed(struct seq_file *m, void *v)
{
	return 0;
}

static int fixed_too(struct seq_file *m, void *v)
{
	return 0;
}

static void fixed_void(struct seq_file *m, void *v)
{
}

static long fixed_sysinfo(const struct pt_regs *regs)
{
	return 0;
}

static int fixed_pre_patch(struct klp_object *obj)
{
	return 0;
}

static unsigned long fixed_cr0(void)
{
	return 0;
}

static int fixed_init(void)
{
	return 0;
}

static void fixed_syscall(struct pt_regs *regs, int nr)
{
}

static void fixed_rest_init(void)
{
	for (;;)
		schedule();
}
