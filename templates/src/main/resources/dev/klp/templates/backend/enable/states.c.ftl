[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list states]
static struct klp_state __klp_states[] = {
[#items as state]
	{
		/* [=state.name] */
		.id = [=state.id],
		.version = [=state.version],
	},
[/#items]
	{ }
};

[/#list]
