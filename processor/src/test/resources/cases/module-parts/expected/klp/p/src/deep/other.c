#line 1 "demo/deep/other.c"
#include "shared.h"

unsigned int other(void)
{
	return LIMIT;
}
