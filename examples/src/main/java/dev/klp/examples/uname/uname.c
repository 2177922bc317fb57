// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows the system call newuname of the kernel's kernel/sys.c.
 */
#include <linux/compat.h>
#include <linux/personality.h>
#include <linux/rwsem.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/utsname.h>

static long livepatch_newuname(struct new_utsname __user *name)
{
	struct new_utsname tmp;

	down_read(&uts_sem);
	memcpy(&tmp, utsname(), sizeof(tmp));
	up_read(&uts_sem);
	strlcat(tmp.version, "/lp", sizeof(tmp.version));
	if (copy_to_user(name, &tmp, sizeof(tmp)))
		return -EFAULT;
	if (override_release(name->release, sizeof(name->release)))
		return -EFAULT;
#ifdef COMPAT_UTS_MACHINE
	if (personality(current->personality) == PER_LINUX32 &&
	    copy_to_user(name->machine, COMPAT_UTS_MACHINE, sizeof(COMPAT_UTS_MACHINE)))
		return -EFAULT;
#endif
	return 0;
}
