[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
MODULE_LICENSE("GPL");
MODULE_INFO(livepatch, "Y");
[#list info as pair]
[#switch pair.tag]
[#on "description"]
MODULE_DESCRIPTION([=pair.value]);
[#on "author"]
MODULE_AUTHOR([=pair.value]);
[#on "version"]
MODULE_VERSION([=pair.value]);
[#default]
MODULE_INFO([=pair.tag], [=pair.value]);
[/#switch]
[/#list]
