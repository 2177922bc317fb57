#line 1 "demo/fix.c"
#include "deep/shared.h"

static unsigned int limit = LIMIT;
static char *label;

static int first_init(void)
{
	return limit > LIMIT ? -EINVAL : 0;
}

static void first_exit(void)
{
}

static void second_exit(void)
{
}

static int third_init(void)
{
	return 0;
}
