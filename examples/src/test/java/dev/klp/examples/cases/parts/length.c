// SPDX-License-Identifier: Apache-2.0
#include <linux/string.h>

static size_t command_line_length(void)
{
	return strlen(saved_command_line);
}
