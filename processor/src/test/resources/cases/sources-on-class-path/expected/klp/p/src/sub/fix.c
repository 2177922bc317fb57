#line 1 "demo/sub/fix.c"
static int new_f(void)
{
	return 0;
}
