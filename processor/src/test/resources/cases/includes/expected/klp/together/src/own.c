#line 1 "demo/own.c"
static void own_exit(void)
{
}

static void own_pre_unpatch(struct klp_object *obj)
{
}
