[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#if shadows?has_content]
#include <linux/types.h>

[/#if]
[#list shadows as shadow]
/*
 * The shadow variable [=shadow.id] of an object. alloc warns and gives NULL if
 * there is one already; get_or_alloc takes that one.
[#if shadow.ctor != "" || shadow.dtor != ""]
 *
[#if shadow.ctor != "" && shadow.dtor != ""]
 * [=shadow.ctor]() and [=shadow.dtor]() run under a spinlock with interrupts
 * off (klp_shadow_lock): they may not sleep nor use other shadow variables.
[#else]
 * [=shadow.ctor][=shadow.dtor]() runs under a spinlock with interrupts off
 * (klp_shadow_lock): it may not sleep nor use other shadow variables.
[/#if]
[/#if]
 */
[=shadow.pointer]klp_shadow_get_[=shadow.name]([=shadow.object]);
[=shadow.pointer]klp_shadow_alloc_[=shadow.name]([=shadow.object], gfp_t gfp_flags[#if shadow.ctor != ""], void *ctor_data[/#if]);
[=shadow.pointer]klp_shadow_get_or_alloc_[=shadow.name]([=shadow.object], gfp_t gfp_flags[#if shadow.ctor != ""], void *ctor_data[/#if]);
void klp_shadow_free_[=shadow.name]([=shadow.object]);
void klp_shadow_free_all_[=shadow.name](void);

[/#list]
