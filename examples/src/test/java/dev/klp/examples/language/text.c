// SPDX-License-Identifier: Apache-2.0
#include "text.h"

const char *reads_text(void)
{
	return "reads";
}
