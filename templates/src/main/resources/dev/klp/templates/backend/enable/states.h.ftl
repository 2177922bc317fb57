[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
[#list states]
/*
 * Each state's own entry in this patch, and the entry of the newest patch that
 * is being replaced, or NULL. The latter only in callbacks, inside a transition.
 */
struct klp_state;
[#items as state]
struct klp_state *klp_get_state_[=state.name](void);
struct klp_state *klp_get_prev_state_[=state.name](void);
[/#items]

[/#list]
