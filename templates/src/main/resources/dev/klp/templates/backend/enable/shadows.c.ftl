[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list shadows as shadow]
[#assign ctor = shadow.ctor?has_content?then("__klp_shadow_ctor_" + shadow.name, "NULL")]
[#assign dtor = shadow.dtor?has_content?then("__klp_shadow_dtor_" + shadow.name, "NULL")]
[#assign data = shadow.ctor?has_content?then("ctor_data", "NULL")]
[#if shadow.ctor != ""]
static int [=ctor](void *obj, void *shadow_data, void *ctor_data)
{
	return [=shadow.ctor](obj, shadow_data, ctor_data);
}

[/#if]
[#if shadow.dtor != ""]
static void [=dtor](void *obj, void *shadow_data)
{
	[=shadow.dtor](obj, shadow_data);
}

[/#if]
[=shadow.pointer]klp_shadow_get_[=shadow.name]([=shadow.object])
{
	return klp_shadow_get(obj, [=shadow.id]);
}

[#list ["alloc", "get_or_alloc"] as call]
[=shadow.pointer]klp_shadow_[=call]_[=shadow.name]([=shadow.object], gfp_t gfp_flags[#if shadow.ctor != ""], void *ctor_data[/#if])
{
	return klp_shadow_[=call](obj, [=shadow.id], sizeof([=shadow.type]), gfp_flags,
				[=ctor], [=data]);
}

[/#list]
void klp_shadow_free_[=shadow.name]([=shadow.object])
{
	klp_shadow_free(obj, [=shadow.id], [=dtor]);
}

void klp_shadow_free_all_[=shadow.name](void)
{
	klp_shadow_free_all([=shadow.id], [=dtor]);
}

[/#list]
