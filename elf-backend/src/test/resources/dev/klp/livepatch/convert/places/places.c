// SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0
/* A livepatch that refers to symbols of the kernel and of modules from every kind of section that may. */
#include <linux/device.h>
#include <linux/jump_label.h>
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/seq_file.h>

extern int threads asm("\".klp.sym.rela.vmlinux.vmlinux.nr_threads,0\"");
extern int swappiness asm("\".klp.sym.rela.vmlinux.vmlinux.vm_swappiness,0\"");
extern struct static_key_false schedstats asm("\".klp.sym.rela.vmlinux.vmlinux.sched_schedstats,0\"");
extern int max_part asm("\".klp.sym.rela.loop.loop.max_part,0\"");
/* Exported by a module that zram depends on and the patch does not patch. */
extern int total_pages asm("\".klp.sym.rela.zram.zsmalloc.zs_get_total_pages,0\"");

/* .data */
extern int *threads_data, *part, *pages;
int *threads_data = &threads;
int *part = &max_part;
int *pages = &total_pages;
/* .rodata */
static int *const threads_rodata[] = { &threads, &swappiness };
/* Two sections of one name, which the linker leaves apart because of their groups. */
extern int *first_same, *second_same;
asm(".pushsection .data.same, \"awG\", @progbits, first_group, comdat\n"
    "	.balign 8\n"
    "first_same: .quad \".klp.sym.rela.vmlinux.vmlinux.nr_threads,0\"\n"
    "	.popsection\n"
    "	.pushsection .data.same, \"awG\", @progbits, second_group, comdat\n"
    "	.balign 8\n"
    "second_same: .quad \".klp.sym.rela.vmlinux.vmlinux.vm_swappiness,0\"\n"
    "	.popsection\n");

static int places_cmdline_proc_show(struct seq_file *m, void *v)
{
	int *const *rodata = threads_rodata;

	OPTIMIZER_HIDE_VAR(rodata);
	/* .text, and __jump_table by static_branch_unlikely() */
	seq_printf(m, "text=%lx data=%lx rodata=%lx,%lx same=%lx,%lx key=%d part=%lx pages=%lx\n",
		   (unsigned long)&threads, (unsigned long)threads_data, (unsigned long)rodata[0],
		   (unsigned long)rodata[1], (unsigned long)first_same, (unsigned long)second_same,
		   static_branch_unlikely(&schedstats) ? 1 : 0, (unsigned long)part, (unsigned long)pages);
	return 0;
}

static ssize_t places_backing_file(struct device *dev, struct device_attribute *attr, char *buf)
{
	return 0;
}

static ssize_t places_disksize(struct device *dev, struct device_attribute *attr, char *buf)
{
	return 0;
}

static struct klp_func vmlinux_funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = places_cmdline_proc_show },
	{ }
};

static struct klp_func loop_funcs[] = {
	{ .old_name = "loop_attr_do_show_backing_file", .new_func = places_backing_file },
	{ }
};

static struct klp_func zram_funcs[] = {
	{ .old_name = "disksize_show", .new_func = places_disksize },
	{ }
};

static struct klp_object places_objects[] = {
	{ .funcs = vmlinux_funcs },
	{ .name = "loop", .funcs = loop_funcs },
	{ .name = "zram", .funcs = zram_funcs },
	{ }
};

static struct klp_patch places_patch = {
	.mod = THIS_MODULE,
	.objs = places_objects,
};

static int __init places_init(void)
{
	return klp_enable_patch(&places_patch);
}

static void __exit places_exit(void)
{
}

module_init(places_init);
module_exit(places_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
