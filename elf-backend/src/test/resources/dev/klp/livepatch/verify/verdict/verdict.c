// SPDX-License-Identifier: GPL-2.0
/* Patches the kernel and the module loop, and refers to a symbol of each by names that LivepatchMaker takes apart. */
#include <linux/dma-buf.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/percpu.h>
#include <linux/seq_file.h>

struct device;
struct device_attribute;

extern char threads __asm__("\".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0\"");
extern char part __asm__("\".klp.rela.loop.!.klp.sym.loop.max_part,0\"");

/* Shows the relocated pointers below /sys/module/verdict/parameters. */
static unsigned long seen_threads = (unsigned long)&threads;
module_param(seen_threads, ulong, 0444);
static unsigned long seen_part = (unsigned long)&part;
module_param(seen_part, ulong, 0444);

/* Exported in a namespace. */
int (*verdict_fd)(struct dma_buf *, int) = dma_buf_fd;

/* Only its section is of interest. */
DEFINE_PER_CPU(unsigned long, verdict_per_cpu);

static int verdict_cmdline(struct seq_file *m, void *v)
{
	seq_puts(m, "verdict\n");
	return 0;
}

static int verdict_loadavg(struct seq_file *m, void *v)
{
	seq_puts(m, "verdict\n");
	return 0;
}

static int verdict_loop(struct device *dev, struct device_attribute *attr, char *buf)
{
	return 0;
}

static struct klp_func verdict_vmlinux_funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = verdict_cmdline },
	{ .old_name = "loadavg_proc_show", .new_func = verdict_loadavg },
	{ }
};

static struct klp_func verdict_loop_funcs[] = {
	{ .old_name = "loop_attr_do_show_backing_file", .new_func = verdict_loop },
	{ }
};

static struct klp_object verdict_objs[] = {
	{ .funcs = verdict_vmlinux_funcs },
	{ .name = "loop", .funcs = verdict_loop_funcs },
	{ }
};

static struct klp_patch verdict_patch = {
	.mod = THIS_MODULE,
	.objs = verdict_objs,
};

static int __init verdict_init(void)
{
	return klp_enable_patch(&verdict_patch);
}

static void __exit verdict_exit(void)
{
}

module_init(verdict_init);
module_exit(verdict_exit);
MODULE_INFO(livepatch, "Y");
MODULE_IMPORT_NS(DMA_BUF);
MODULE_LICENSE("GPL");
