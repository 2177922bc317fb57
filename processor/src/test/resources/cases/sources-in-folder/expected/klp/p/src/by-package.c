#line 1 "demo/by-package.c"
static int new_f(void)
{
	return 0;
}
