#line 1 "demo/irq.c"
/* first */
#include <linux/device.h>

static ssize_t livepatch_type_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	struct irq_desc *desc = irq_to_desc(do_sysinfo(NULL));

	return desc ? audit_cb : -ENOENT;
}

static void livepatch_wait(void)
{
}

static ssize_t livepatch_debug_stat_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return zs_get_total_pages(NULL);
}
