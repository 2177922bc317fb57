[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list parts.parameters]
[#items as parameter]
module_param([=parameter.name], [=parameter.type], [=parameter.permission]);
[#if parameter.description != ""]
MODULE_PARM_DESC([=parameter.name], [=parameter.description]);
[/#if]
[/#items]

[/#list]
