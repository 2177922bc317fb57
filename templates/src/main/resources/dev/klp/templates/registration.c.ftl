[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]

static struct klp_patch __klp_patch = {
	.mod = THIS_MODULE,
	.objs = __klp_objects,
	.replace = [=replace?c],
};

static int __klp_init(void)
{
	return klp_enable_patch(&__klp_patch);
}

static void __klp_exit(void)
{
}

module_init(__klp_init);
module_exit(__klp_exit);

