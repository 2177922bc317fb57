[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#-- Linux 4.15 to 4.17: the kernel copies initial data, and calls nothing of the author's. --]
[#list shadows as shadow]
[=shadow.pointer]klp_shadow_get_[=shadow.name]([=shadow.object])
{
	return klp_shadow_get(obj, [=shadow.id]);
}

[#list ["alloc", "get_or_alloc"] as call]
[=shadow.pointer]klp_shadow_[=call]_[=shadow.name]([=shadow.object], gfp_t gfp_flags)
{
	return klp_shadow_[=call](obj, [=shadow.id], NULL, sizeof([=shadow.type]), gfp_flags);
}

[/#list]
void klp_shadow_free_[=shadow.name]([=shadow.object])
{
	klp_shadow_free(obj, [=shadow.id]);
}

void klp_shadow_free_all_[=shadow.name](void)
{
	klp_shadow_free_all([=shadow.id]);
}

[/#list]
