// SPDX-License-Identifier: Apache-2.0
#include <linux/uaccess.h>
#include <linux/utsname.h>

static long syscalls_newuname(struct new_utsname __user *name)
{
	struct new_utsname answer = *init_utsname();

	strscpy(answer.version, "patched", sizeof(answer.version));
	return copy_to_user(name, &answer, sizeof(answer)) ? -EFAULT : 0;
}

static long syscalls_geteuid(void)
{
	return 4711;
}
