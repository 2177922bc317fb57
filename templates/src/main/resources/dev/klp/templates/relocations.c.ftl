[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list arrays as array]
static KLP_MODULE_RELOC([=array.object]) __klp_relocs_[=array.object][] = {
[#list array.entries as entry]
	{ (void *)&[=entry.symbol], [=entry.position.sympos] },[#if entry.position.note?has_content] /* [=entry.position.note] */[/#if]
[/#list]
};

[/#list]
