static int new_f(void)
{
	return 0;
}

static int __init fix_init(void)
{
	return klp_enable_patch(&patch) ? -1 : 0;
}

module_init(fix_init);
