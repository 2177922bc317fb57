// SPDX-License-Identifier: Apache-2.0
#include <linux/seq_file.h>

static int fixed_meminfo(struct seq_file *m, void *v)
{
	seq_put_decimal_ull_width(m, "Everything: ", 42, 8);
	return 0;
}
