// SPDX-License-Identifier: Apache-2.0
#include <linux/delay.h>
#include <linux/fs.h>

static int livepatch_fifo_open(struct inode *inode, struct file *filp)
{
	msleep_interruptible(60000);
	return -EINTR;
}
