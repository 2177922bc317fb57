[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]

[#include "states.c.ftl"]
static struct klp_patch __klp_patch = {
	.mod = THIS_MODULE,
	.objs = __klp_objects,
[#if states?has_content]
	.states = __klp_states,
[/#if]
	.replace = [=replace?c],
};

[#include "state_functions.c.ftl"]
[#assign enable = "klp_enable_patch(&__klp_patch)", release = ""]
[#include "/init.c.ftl"]
