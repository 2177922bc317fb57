// SPDX-License-Identifier: Apache-2.0
#include <linux/slab.h>

/* What the state's data points to: the value to put back. */
struct swappiness_before {
	int value;
};

/* May sleep and may refuse, so this is where memory is taken. */
static int livepatch_swappiness_pre_patch(struct klp_object *obj)
{
	struct klp_state *state = klp_get_state_swappiness();
	struct klp_state *previous = klp_get_prev_state_swappiness();

	if (previous) {
		pr_info("take over from v%u\n", previous->version);
		state->data = previous->data;
		return 0;
	}
	state->data = kzalloc(sizeof(struct swappiness_before), GFP_KERNEL);
	return state->data ? 0 : -ENOMEM;
}

static void livepatch_swappiness_post_patch(struct klp_object *obj)
{
	struct swappiness_before *before = klp_get_state_swappiness()->data;

	if (!klp_get_prev_state_swappiness())
		before->value = vm_swappiness;
	vm_swappiness = SWAPPINESS;
}

static void livepatch_swappiness_pre_unpatch(struct klp_object *obj)
{
	struct swappiness_before *before = klp_get_state_swappiness()->data;

	vm_swappiness = before->value;
}

/* Also runs where patching was given up: then a previous patch still has its data. */
static void livepatch_swappiness_post_unpatch(struct klp_object *obj)
{
	struct klp_state *state = klp_get_state_swappiness();

	if (!klp_get_prev_state_swappiness())
		kfree(state->data);
	state->data = NULL;
}
