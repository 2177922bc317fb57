#line 1 "demo/fix.c"
#include <linux/compat.h>
#include <linux/utsname.h>

static long new_newuname(struct new_utsname __user *name)
{
	return 0;
}

static long new_getpid(void)
{
	return 0;
}

static long new_ioctl(unsigned int fd, unsigned int cmd, unsigned long arg)
{
	return 0;
}

static long new_compat_ioctl(unsigned int fd, unsigned int cmd, compat_ulong_t arg)
{
	return 0;
}

static long new_mmap(unsigned long addr, unsigned long len, unsigned long prot, unsigned long flags, unsigned long fd, off_t off)
{
	return 0;
}

static int new_f(void)
{
	return 0;
}
