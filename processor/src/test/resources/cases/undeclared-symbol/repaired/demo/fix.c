static int new_f(void)
{
	return (long)saved_command_line;
}

static int new_zram(void)
{
	return twin() + zs_get_total_pages(0);
}
