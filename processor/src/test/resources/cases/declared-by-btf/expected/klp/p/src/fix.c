#line 1 "demo/fix.c"
static int new_f(void)
{
	return 0;
}

static u64 new_wide(struct kobject *a, void *b, void *c)
{
	return typed_count((struct seq_file *)b, c) + kind(a, b, 1);
}
