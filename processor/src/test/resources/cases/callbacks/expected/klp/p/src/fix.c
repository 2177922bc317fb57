#line 1 "demo/fix.c"
#include <linux/device.h>

static int p_pre_patch(struct klp_object *obj)
{
	return max_part < 0 ? -EINVAL : 0;
}

static void p_post_patch(struct klp_object *obj)
{
	pr_info("post_patch %s\n", obj->name ?: "vmlinux");
}

static void p_pre_unpatch(struct klp_object *obj)
{
}

static void p_post_unpatch(struct klp_object *obj)
{
}

static ssize_t p_debug_stat_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return 0;
}
