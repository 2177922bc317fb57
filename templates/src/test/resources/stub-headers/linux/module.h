/* SPDX-License-Identifier: Apache-2.0 */
#ifndef STUB_MODULE_H
#define STUB_MODULE_H

struct module;

#define THIS_MODULE ((struct module *)0)
#define module_init(function) int init_module(void) { return function(); }
#define module_exit(function) void cleanup_module(void) { function(); }
int init_module(void);
void cleanup_module(void);

#define MODULE_INFO(tag, value) static const char modinfo_##tag[] __attribute__((__used__)) = #tag "=" value
#define MODULE_LICENSE(licence) MODULE_INFO(license, licence)

#endif
