// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows version_proc_show() of the kernel's fs/proc/version.c.
 */
#include <linux/seq_file.h>
#include <linux/utsname.h>

static int livepatch_version_proc_show(struct seq_file *m, void *v)
{
	seq_printf(m, "v%d ", TAGS_RELEASE);
	seq_printf(m, linux_proc_banner, utsname()->sysname, utsname()->release, utsname()->version);
	return 0;
}
