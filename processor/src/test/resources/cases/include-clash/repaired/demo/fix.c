static int new_f(void)
{
	return 0;
}

static int new_g(void)
{
	return 0;
}

static void one_post(struct klp_object *obj)
{
}
