static int new_f(void)
{
	return 0;
}
