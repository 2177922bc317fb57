/* SPDX-License-Identifier: Apache-2.0 */
#ifndef STUB_TYPES_H
#define STUB_TYPES_H

#include <linux/version.h>

typedef _Bool bool;
typedef unsigned int gfp_t;
typedef unsigned long size_t;

#define NULL ((void *)0)
#define true 1
#define false 0
#define __packed __attribute__((__packed__))

#endif
