[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#if !parts.hooks?has_content]
static int __klp_init(void)
{
	return klp_enable_patch(&__klp_patch);
}

static void __klp_exit(void)
{
}

[#else]
static int __klp_init(void)
{
	int error;

[#list parts.hooks as hook]
[#if hook.init != ""]
	error = [=hook.init]();
	if (error)
		goto undo_[=hook?index];
[/#if]
[/#list]
	error = klp_enable_patch(&__klp_patch);
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

static void __klp_exit(void)
{
[#list parts.hooks?reverse as hook]
[#if hook.exit != ""]
	[=hook.exit]();
[/#if]
[/#list]
}

[/#if]
