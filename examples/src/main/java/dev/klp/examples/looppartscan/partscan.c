// SPDX-License-Identifier: GPL-2.0-only
/*
 * Takes the place of what the macro LOOP_ATTR_RO(partscan) makes in the kernel's
 * drivers/block/loop.c.
 */
#include <linux/device.h>
#include <linux/sysfs.h>

static ssize_t livepatch_do_show_partscan(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "klp max_part=%d\n", max_part);
}
