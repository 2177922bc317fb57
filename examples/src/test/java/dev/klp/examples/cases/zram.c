// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows debug_stat_show() of the kernel's drivers/block/zram/zram_drv.c. The
 * structure is the beginning of struct zram in zram_drv.h beside it.
 */
#include <linux/blkdev.h>
#include <linux/device.h>
#include <linux/sysfs.h>

struct zram_head {
	void *table;
	struct zs_pool *mem_pool;
};

static ssize_t livepatch_debug_stat_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct zram_head *zram = dev_to_disk(dev)->private_data;

	return sysfs_emit(buf, "livepatch: %lu pages\n", zs_get_total_pages(zram->mem_pool));
}
