#include "deep/shared.h"

unsigned int other(void)
{
	return LIMIT;
}
