[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list syscalls as stub]
[#if stub.configuration != ""]
#ifdef [=stub.configuration]
[/#if]
static long [=stub.name](const struct pt_regs *regs)
{
	return [=stub.function]([#list stub.arguments as argument][=argument][#sep],
		[/#list]);
}
[#if stub.configuration != ""]
#endif
[/#if]

[/#list]
