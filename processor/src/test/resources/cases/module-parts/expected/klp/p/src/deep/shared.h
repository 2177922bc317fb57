#line 1 "demo/deep/shared.h"
#ifndef SHARED_H
#define SHARED_H

struct seq_file;

int p_cmdline_proc_show(struct seq_file *m, void *v);
unsigned int other(void);

#endif
