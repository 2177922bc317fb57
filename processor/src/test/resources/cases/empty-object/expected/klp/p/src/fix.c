#line 1 "demo/fix.c"
static int new_f(void)
{
	return 0;
}
