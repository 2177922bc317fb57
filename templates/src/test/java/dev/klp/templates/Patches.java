package dev.klp.templates;

import dev.klp.templates.model.CDeclaration;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.HeaderName;
import dev.klp.templates.model.ModuleInfo;
import dev.klp.templates.model.ModuleName;
import dev.klp.templates.model.ObjectName;
import dev.klp.templates.model.PatchModule;
import dev.klp.templates.model.PatchedFunction;
import dev.klp.templates.model.PatchedObject;
import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.Relocation;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SourceLine;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;
import java.util.List;

/** The patches that the golden trees and the kbuild test share. Each compiles against the real kernel headers. */
enum Patches {
    /** The smallest patch: one function, one variable. */
    CMDLINE(new PatchModule(
            new ModuleName("cmdline_patch"),
            true,
            List.of(ModuleInfo.description("Tags /proc/cmdline")),
            List.of(),
            List.of(source("cmdline.c", """
                    // SPDX-License-Identifier: GPL-2.0-only
                    #include <linux/seq_file.h>

                    static int livepatch_cmdline_proc_show(struct seq_file *m, void *v)
                    {
                    	seq_printf(m, "%s livepatch=1\\n", saved_command_line);
                    	return 0;
                    }
                    """)),
            List.of(vmlinux(function("cmdline_proc_show", 0, "livepatch_cmdline_proc_show"))),
            List.of(own("vmlinux", "saved_command_line", 0, "char *saved_command_line")))),

    /** Two C files, a header between them, a module beside vmlinux, both forms of relocations, two symbols of one name. */
    FORMS(new PatchModule(
            new ModuleName("forms"),
            false,
            List.of(
                    ModuleInfo.description("100% \"quoted\" \\ back??/slash, %s and \u00fc\u0142\u4e2d"),
                    ModuleInfo.author("Zo\u00eb O'Neil <zoe@example.org>"),
                    ModuleInfo.version("1.0"),
                    new ModuleInfo("cve", "CVE-2026-0001")),
            List.of(new HeaderName("linux/seqlock.h"), new HeaderName("linux/types.h")),
            List.of(source("vmlinux/types.c", """
                            #include "forms.h"
                            #include <linux/kobject.h>

                            static ssize_t livepatch_type_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
                            {
                            	struct sysinfo *none = NULL;

                            	si_swapinfo(none);
                            	return first_type_show(kobj, attr, buf) + second_type_show(kobj, attr, buf) + nr_threads;
                            }
                            """), source("loop.c", """
                            #include <linux/blkdev.h>

                            static ssize_t livepatch_loop_show(struct gendisk *disk, char *buf)
                            {
                            	return max_part + loop_helper(disk) + handlers[0](disk) + zs_total(NULL);
                            }
                            """)),
            List.of(
                    vmlinux(
                            function("type_show", 3, "livepatch_type_show"),
                            function("uname.isra.0", 0, "livepatch_type_show")),
                    module("8021q", function("loop_attr_do_show_partscan", 0, "livepatch_loop_show"))),
            List.of(
                    own("vmlinux", "si_swapinfo", 0, "void si_swapinfo(struct sysinfo *val)"),
                    own("vmlinux", "nr_threads", 1, "int nr_threads"),
                    own(
                            "vmlinux",
                            "type_show",
                            1,
                            "ssize_t first_type_show(struct kobject *k, struct kobj_attribute *a, char *buf)"),
                    own(
                            "vmlinux",
                            "type_show",
                            4_294_967_295L,
                            "ssize_t second_type_show(struct kobject *, struct kobj_attribute *, char *)"),
                    own("8021q", "max_part", 0, "int max_part"),
                    own("8021q", "loop_helper.part.0", 0, "long loop_helper(const struct gendisk *disk)"),
                    own("8021q", "handlers", 0, "int (*handlers[4])(struct gendisk *)"),
                    relocation(
                            "8021q",
                            "zsmalloc",
                            "zs_get_total_pages",
                            0,
                            "unsigned long zs_total(struct zs_pool *pool)")))),

    /** Every name as long as the kernel takes it. */
    LONG_NAMES(new PatchModule(
            new ModuleName("m".repeat(55)),
            true,
            List.of(),
            List.of(),
            List.of(source(
                    "a.c",
                    "static int " + "n".repeat(400) + "(void)\n{\n\treturn " + "s".repeat(500) + "() + d();\n}\n")),
            List.of(module("o".repeat(55), function("f".repeat(511), 0, "n".repeat(400)))),
            List.of(
                    own("o".repeat(55), "s".repeat(500), 0, "int " + "s".repeat(500) + "(void)"),
                    relocation("o".repeat(55), "p".repeat(55), "t".repeat(511), 4_294_967_295L, "int d(void)"))));

    private final PatchModule module;

    Patches(PatchModule module) {
        this.module = module;
    }

    PatchModule module() {
        return module;
    }

    static SourceFile source(String path, String text) {
        RelativePath relative = new RelativePath(path);
        return new SourceFile(relative, text, new SourceLine(new RelativePath("org/example").resolve(relative), 1));
    }

    static PatchedObject vmlinux(PatchedFunction... functions) {
        return new PatchedObject(ObjectName.VMLINUX, List.of(functions));
    }

    static PatchedObject module(String name, PatchedFunction... functions) {
        return new PatchedObject(new ObjectName(name), List.of(functions));
    }

    static PatchedFunction function(String oldName, long position, String newFunction) {
        return new PatchedFunction(new SymbolName(oldName), new SymbolPosition(position), new CIdentifier(newFunction));
    }

    static Relocation own(String object, String symbol, long position, String declaration) {
        return relocation(object, object, symbol, position, declaration);
    }

    static Relocation relocation(String gating, String defining, String symbol, long position, String declaration) {
        return new Relocation(
                new ObjectName(gating),
                new ObjectName(defining),
                new SymbolName(symbol),
                new SymbolPosition(position),
                new CDeclaration(declaration));
    }
}
