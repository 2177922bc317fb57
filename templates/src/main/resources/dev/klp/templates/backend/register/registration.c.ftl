[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]

static struct klp_patch __klp_patch = {
	.mod = THIS_MODULE,
	.objs = __klp_objects,
[#if immediate]
	.immediate = true,
[/#if]
};

/* Before Linux 5.1 a patch is made known first and enabled then. */
static int __klp_enable(void)
{
	int error = klp_register_patch(&__klp_patch);

	if (error)
		return error;
	error = klp_enable_patch(&__klp_patch);
	if (error)
		WARN_ON(klp_unregister_patch(&__klp_patch));
	return error;
}

/* An enabled patch keeps its module: here it is disabled. */
static void __klp_release(void)
{
	WARN_ON(klp_unregister_patch(&__klp_patch));
}

[#assign enable = "__klp_enable()", release = "__klp_release();"]
[#include "/init.c.ftl"]
