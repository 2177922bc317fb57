[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list states as state]
struct klp_state *klp_get_state_[=state.name](void)
{
	return klp_get_state(&__klp_patch, [=state.id]);
}

struct klp_state *klp_get_prev_state_[=state.name](void)
{
	return klp_get_prev_state([=state.id]);
}

[/#list]
