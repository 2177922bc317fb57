#line 1 "demo/fix.c"
static void take_over(struct klp_object *obj)
{
	struct klp_state *previous = klp_get_prev_state_swappiness();

	if (previous)
		klp_get_state_swappiness()->data = previous->data;
	else
		klp_get_state_limits()->data = klp_get_prev_state_limits();
}
