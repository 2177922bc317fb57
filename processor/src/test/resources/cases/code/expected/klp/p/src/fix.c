#line 1 "demo/fix.c"
static int two(void)
{
	return 2;
}
