#line 1 "org/example/vmlinux/types.c"
#include "forms.h"
#include <linux/kobject.h>

static ssize_t livepatch_type_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	struct sysinfo *none = NULL;

	si_swapinfo(none);
	return first_type_show(kobj, attr, buf) + second_type_show(kobj, attr, buf) + nr_threads;
}
