#include "shared.h"

unsigned int other(void)
{
	return LIMIT;
}
