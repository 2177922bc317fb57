[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list objects as object]
static struct klp_func __klp_funcs_[=object.name][] = {
[#list object.functions as function]
[#if function.configuration != ""]
#ifdef [=function.configuration]
[/#if]
	{
		.old_name = [=function.oldName],
		.new_func = [=function.newFunction],
[#if function.position.sympos != 0]
		.old_sympos = [=function.position.sympos],[#if function.position.note?has_content] /* [=function.position.note] */[/#if]
[/#if]
[#if function.immediate]
		.immediate = true,
[/#if]
	},
[#if function.configuration != ""]
#endif
[/#if]
[/#list]
	{ }
};

[/#list]
static struct klp_object __klp_objects[] = {
[#list objects as object]
	{
[#if object.vmlinux]
		/* No name: vmlinux. */
[#else]
		.name = "[=object.name]",
[/#if]
		.funcs = __klp_funcs_[=object.name],
[#if object.callbacks?has_content]
[#include backend.callbacks]
[/#if]
	},
[/#list]
	{ }
};
