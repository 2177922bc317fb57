/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */
#ifndef FORMS_H
#define FORMS_H

struct klp_module_reloc {
	void *sym;
	unsigned int sympos;
} __packed;

/* Without aligned(4) the compiler aligns large arrays to 32 bytes, so that the linker pads between two files' arrays. */
#define KLP_MODULE_RELOC(obj) \
	static struct klp_module_reloc __used __section(".klp.module_relocs." #obj)

struct seq_file;

extern int nr_threads;
extern unsigned int nr_running(void);

int forms_threads(void);
void forms_more(struct seq_file *m);

#endif
