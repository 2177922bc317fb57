static int new_zram(void)
{
	return twin() + zs_get_total_pages(0) + lonely() + new_f(0, 0);
}

static const struct ops = {
	.open = cmdline_proc_show,
};
