#line 1 "plain.c"
static int new_f(void)
{
	return 0;
}
