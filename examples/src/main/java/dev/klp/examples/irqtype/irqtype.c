// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows type_show() of the kernel's kernel/irq/irqdesc.c.
 */
#include <linux/irq.h>
#include <linux/irqdesc.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>

static ssize_t livepatch_type_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	struct irq_desc *desc = container_of(kobj, struct irq_desc, kobj);
	ssize_t ret;

	raw_spin_lock_irq(&desc->lock);
	ret = sysfs_emit(buf, "%s-triggered\n", irqd_is_level_type(&desc->irq_data) ? "level" : "edge");
	raw_spin_unlock_irq(&desc->lock);
	return ret;
}
