// SPDX-License-Identifier: GPL-2.0-only
/*
 * Takes the place of name_show() of the kernel's drivers/i2c/i2c-dev.c.
 */
#include <linux/device.h>
#include <linux/kdev_t.h>
#include <linux/sysfs.h>

static ssize_t livepatch_name_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "klp:i2c-%d\n", MINOR(dev->devt));
}
