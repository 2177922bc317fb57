static int new_f(void)
{
	return 0;
}

static int fix_init(void)
{
	return 0;
}
