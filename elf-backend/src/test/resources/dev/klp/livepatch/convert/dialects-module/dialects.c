// SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0
/* A livepatch that finds one variable of the kernel in every way in which a module can ask for it. */
#include <linux/livepatch.h>
#include <linux/module.h>
#include <linux/seq_file.h>

/* An array of klp-convert. */
extern char *saved_command_line;
struct klp_module_reloc {
	void *sym;
	unsigned int sympos;
} __packed;
static struct klp_module_reloc annotated[] __used __section(".klp.module_relocs.vmlinux") = {
	{ &saved_command_line, 0 },
};

/* A name of klp-convert, with a comma and with a dot before the position. */
extern int comma asm("\".klp.sym.rela.vmlinux.vmlinux.nr_threads,0\"");
extern int dot asm("\".klp.sym.rela.vmlinux.vmlinux.nr_threads.1\"");

/* No annotation: the kernel has it once. */
extern int nr_threads;

/* objtool's form: a place held by a tombstone, an entry that leads to it, a symbol with its final name. */
extern int *listed;
asm(".pushsection .data\n"
    "	.balign 8\n"
    "listed:\n"
    "	.quad .klp.tombstone.nr_threads\n"
    "	.popsection\n"
    "	.weak .klp.tombstone.nr_threads, \".klp.sym.vmlinux.nr_threads,0\"\n"
    "	.pushsection __klp_relocs.vmlinux, \"a\"\n"
    "	.balign 8\n"
    "	.quad listed, \".klp.sym.vmlinux.nr_threads,0\"\n"
    "	.long 1, 0\n"
    "	.popsection\n");

/* kpatch's form: nothing at the place, and a symbol that is still to be made. */
extern int *asked;
asm(".pushsection .data\n"
    "asked:\n"
    "	.quad 0\n"
    "	.popsection\n"
    "	.pushsection .kpatch.strings, \"a\"\n"
    "1:	.asciz \"nr_threads\"\n"
    "2:	.asciz \"vmlinux\"\n"
    "	.popsection\n"
    "	.pushsection .kpatch.symbols, \"a\"\n"
    "	.balign 8\n"
    "3:	.quad 0, 1\n"
    "	.byte 1, 1\n"
    "	.balign 8\n"
    "	.quad 1b, 2b\n"
    "	.popsection\n"
    "	.pushsection .kpatch.relocations, \"a\"\n"
    "	.balign 8\n"
    "	.quad asked\n"
    "	.long 1, 0\n"
    "	.quad 0, 2b, 3b\n"
    "	.popsection\n");

static int show(struct seq_file *m, void *v)
{
	seq_printf(m, "%s livepatch=1 comma=%d dot=%d listed=%d asked=%d threads=%d\n", saved_command_line,
		   &comma == &nr_threads, &dot == &nr_threads, listed == &nr_threads, asked == &nr_threads,
		   nr_threads > 0);
	return 0;
}

static struct klp_func funcs[] = {
	{ .old_name = "cmdline_proc_show", .new_func = show },
	{ }
};

static struct klp_object objects[] = {
	{ .funcs = funcs },
	{ }
};

static struct klp_patch patch = {
	.mod = THIS_MODULE,
	.objs = objects,
};

static int __init dialects_init(void)
{
	return klp_enable_patch(&patch);
}

static void __exit dialects_exit(void)
{
}

module_init(dialects_init);
module_exit(dialects_exit);
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
