// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows debug_stat_show() of the kernel's drivers/block/zram/zram_drv.c. The
 * structure is the beginning of struct zram in zram_drv.h beside it, as it is in
 * Linux 6.1.
 */
#include <linux/blkdev.h>
#include <linux/device.h>
#include <linux/rwsem.h>
#include <linux/sysfs.h>

struct zram_head {
	void *table;
	struct zs_pool *mem_pool;
	void *comp;
	struct gendisk *disk;
	struct rw_semaphore init_lock;
};

static ssize_t livepatch_debug_stat_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct zram_head *zram = dev_to_disk(dev)->private_data;
	unsigned long pages;

	down_read(&zram->init_lock);
	/* There is no pool before the device has a size. */
	pages = zram->mem_pool ? zs_get_total_pages(zram->mem_pool) : 0;
	up_read(&zram->init_lock);
	return sysfs_emit(buf, "version: 1 klp pool_pages=%lu\n", pages);
}
