package demo;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModinfo;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** A patch nested in another type, made of classes and interfaces. */
class Fixes {
    @KlpPatch(
            name = "everything",
            sources = {"irq.c", "c/loop.c"},
            headers = {"linux/irq.h", "linux/irqdesc.h", "linux/irqdesc.h"},
            description = "Says \"everything\"",
            author = "A. Uthor <author@example.org>",
            version = "1.0",
            modinfo = {@KlpModinfo(tag = "bug", value = "42"), @KlpModinfo(tag = "cve", value = "CVE-2026-0001")},
            replace = false)
    abstract static class Everything {
        @KlpObject
        @KlpModuleReloc(symbol = "irq_to_desc", declaration = "struct irq_desc *irq_to_desc(unsigned int irq)")
        @KlpModuleReloc(
                symbol = "do_sysinfo.isra.0",
                cName = "do_sysinfo",
                declaration = "int do_sysinfo(struct sysinfo *info)")
        @KlpModuleReloc(symbol = "audit_cb", sympos = 3, declaration = "int audit_cb")
        abstract static class Vmlinux {
            @KlpFunc(oldName = "type_show", sympos = 3, newFunc = "livepatch_type_show")
            abstract void irqTypeShow();

            @KlpFunc(oldName = "type_show", sympos = 5, newFunc = "livepatch_type_show")
            abstract void otherTypeShow();

            @KlpFunc(oldName = "wait", newFunc = "livepatch_wait")
            native void methodOfObject();

            void noFunctionOfTheKernel() {}
        }

        @KlpObject("zram")
        @KlpModuleReloc(
                symbol = "zs_get_total_pages",
                definedIn = "zsmalloc",
                declaration = "unsigned long zs_get_total_pages(struct zs_pool *pool)")
        interface Zram {
            @KlpFunc(newFunc = "livepatch_debug_stat_show")
            void debug_stat_show();
        }

        @KlpObject("loop")
        @KlpModuleReloc(symbol = "max_part", declaration = "int max_part")
        interface Loop {
            @KlpFunc(newFunc = "livepatch_loop_attr_do_show_backing_file")
            void loop_attr_do_show_backing_file();
        }
    }
}
