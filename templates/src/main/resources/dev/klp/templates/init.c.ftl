[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#if !parts.hooks?has_content]
static int __klp_init(void)
{
	return [=enable];
}

[#else]
[#if parts.hooks?filter(hook -> hook.init != "")?has_content]
/*
 * The loader takes a positive number for success (do_init_module() in
 * kernel/module): the module would stay, without its patch.
 */
static int __klp_failure(const char *function, int result)
{
	if (result <= 0)
		return result;
	pr_err("%s() returned %d, which is no error number\n", function, result);
	return -EINVAL;
}

[/#if]
static int __klp_init(void)
{
	int error;

[#list parts.hooks as hook]
[#if hook.init != ""]
	error = __klp_failure("[=hook.init]", [=hook.init]());
	if (error)
		goto undo_[=hook?index];
[/#if]
[/#list]
	error = [=enable];
	if (error)
		goto undo_[=parts.hooks?size];
	return 0;

undo_[=parts.hooks?size]:
[#list parts.hooks?reverse as hook]
[#if hook.exit != ""]
	[=hook.exit]();
[/#if]
[#if parts.hooks[parts.hooks?size - 1 - hook?index].init != ""]
undo_[=parts.hooks?size - 1 - hook?index]:
[/#if]
[/#list]
	return error;
}

[/#if]
static void __klp_exit(void)
{
[#if release != ""]
	[=release]
[/#if]
[#list parts.hooks?reverse as hook]
[#if hook.exit != ""]
	[=hook.exit]();
[/#if]
[/#list]
}

module_init(__klp_init);
module_exit(__klp_exit);

