/* SPDX-License-Identifier: Apache-2.0 */
#ifndef STUB_KERNEL_H
#define STUB_KERNEL_H

#include <linux/types.h>

#define EINVAL 22
#define KBUILD_MODNAME "stub"
#define WARN_ON(condition) ({ int ret = !!(condition); ret; })

int printk(const char *format, ...) __attribute__((__format__(__printf__, 1, 2)));
#define pr_err(format, ...) printk(pr_fmt(format), ##__VA_ARGS__)

#endif
