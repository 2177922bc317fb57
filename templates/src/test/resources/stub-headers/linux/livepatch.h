/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a livepatch can say to each kernel from 4.0 on, as far as generated code uses it: the public members of
 * include/linux/livepatch.h and its functions, each with the version that it came and went with.
 */
#ifndef STUB_LIVEPATCH_H
#define STUB_LIVEPATCH_H

#include <linux/module.h>
#include <linux/types.h>

struct klp_func {
	const char *old_name;
	void *new_func;
#if SINCE(4, 5)
	unsigned long old_sympos;
#else
	unsigned long old_addr;
#endif
#if SINCE(4, 12) && !SINCE(4, 16)
	bool immediate;
#endif
};

struct klp_object;

#if SINCE(4, 15)
struct klp_callbacks {
	int (*pre_patch)(struct klp_object *obj);
	void (*post_patch)(struct klp_object *obj);
	void (*pre_unpatch)(struct klp_object *obj);
	void (*post_unpatch)(struct klp_object *obj);
	bool post_unpatch_enabled;
};
#endif

struct klp_object {
	const char *name;
	struct klp_func *funcs;
#if SINCE(4, 15)
	struct klp_callbacks callbacks;
#endif
};

#if SINCE(5, 5)
struct klp_state {
	unsigned long id;
	unsigned int version;
	void *data;
};
#endif

struct klp_patch {
	struct module *mod;
	struct klp_object *objs;
#if SINCE(5, 5)
	struct klp_state *states;
#endif
#if SINCE(5, 1)
	bool replace;
#endif
#if SINCE(4, 12) && !SINCE(4, 16)
	bool immediate;
#endif
};

int klp_enable_patch(struct klp_patch *);
#if !SINCE(5, 1)
int klp_register_patch(struct klp_patch *);
int klp_unregister_patch(struct klp_patch *);
int klp_disable_patch(struct klp_patch *);
#endif

#if SINCE(4, 18)
typedef int (*klp_shadow_ctor_t)(void *obj, void *shadow_data, void *ctor_data);
typedef void (*klp_shadow_dtor_t)(void *obj, void *shadow_data);

void *klp_shadow_alloc(void *obj, unsigned long id, size_t size, gfp_t gfp_flags,
		       klp_shadow_ctor_t ctor, void *ctor_data);
void *klp_shadow_get_or_alloc(void *obj, unsigned long id, size_t size, gfp_t gfp_flags,
			      klp_shadow_ctor_t ctor, void *ctor_data);
void klp_shadow_free(void *obj, unsigned long id, klp_shadow_dtor_t dtor);
void klp_shadow_free_all(unsigned long id, klp_shadow_dtor_t dtor);
#elif SINCE(4, 15)
void *klp_shadow_alloc(void *obj, unsigned long id, void *data, size_t size, gfp_t gfp_flags);
void *klp_shadow_get_or_alloc(void *obj, unsigned long id, void *data, size_t size, gfp_t gfp_flags);
void klp_shadow_free(void *obj, unsigned long id);
void klp_shadow_free_all(unsigned long id);
#endif
#if SINCE(4, 15)
void *klp_shadow_get(void *obj, unsigned long id);
#endif

#if SINCE(5, 5)
struct klp_state *klp_get_state(struct klp_patch *patch, unsigned long id);
struct klp_state *klp_get_prev_state(unsigned long id);
#endif

#endif
