[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
		.callbacks = {
[#list object.callbacks as callback]
			.[=callback.name] = [=callback.value],
[/#list]
		},
