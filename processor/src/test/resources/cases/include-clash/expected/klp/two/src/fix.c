#line 1 "demo/fix.c"
static int new_f(void)
{
	return 0;
}

static int one_pre(struct klp_object *obj)
{
	return 0;
}

static int two_pre(struct klp_object *obj)
{
	return 0;
}
