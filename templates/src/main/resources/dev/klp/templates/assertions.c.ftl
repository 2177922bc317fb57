[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list assertions]
/*
 * Callers stay as they are compiled: each new function must have the type of
 * the one that it replaces, as the kernel's BTF has it.
 */
[#list assertionTags as tag]
[=tag];
[/#list]
[#if assertionTags?has_content]

[/#if]
[#items as assertion]
[#if assertion.comment?has_content]
/* [=assertion.comment] */
[#else]
_Static_assert([=assertion.condition],
	       [=assertion.failure]);
[/#if]
[/#items]

[/#list]
