// SPDX-License-Identifier: Apache-2.0
static unsigned int target = 10;
static bool fail;

static int swappiness_init(void)
{
	pr_info("init\n");
	return 0;
}

static void swappiness_exit(void)
{
	pr_info("exit\n");
}

static int swappiness_check(void)
{
	return fail ? -ENODEV : 0;
}

static void swappiness_never(void)
{
	pr_info("exit of the second hook\n");
}

static int swappiness_pre_patch(struct klp_object *obj)
{
	struct klp_state *previous = klp_get_prev_state_swappiness();

	if (previous)
		pr_info("take over from version %u\n", previous->version);
	klp_get_state_swappiness()->data = previous ? previous->data : (void *)(long)vm_swappiness;
	return 0;
}

static void swappiness_post_patch(struct klp_object *obj)
{
	vm_swappiness = target;
}

static void swappiness_pre_unpatch(struct klp_object *obj)
{
	vm_swappiness = (long)klp_get_state_swappiness()->data;
}

static void swappiness_post_unpatch(struct klp_object *obj)
{
	pr_info("was %s\n", klp_get_state_swappiness() ? "there" : "never there");
}
