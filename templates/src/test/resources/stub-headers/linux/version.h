/* SPDX-License-Identifier: Apache-2.0 */
/* Declarations in the shape of the kernel's, written for a test. LINUX_VERSION_CODE comes from the command line. */
#ifndef STUB_VERSION_H
#define STUB_VERSION_H

#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + (c))
#define SINCE(a, b) (LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, 0))

#endif
