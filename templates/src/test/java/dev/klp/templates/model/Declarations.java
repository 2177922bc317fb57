package dev.klp.templates.model;

import java.util.List;

/**
 * Declarations that are accepted, for the reader and for the compiler.
 *
 * @param text the declaration
 * @param name what it declares
 * @param function whether that is a function
 * @param tags the structures and unions that it mentions
 */
record Declarations(String text, String name, boolean function, List<String> tags) {
    static final List<Declarations> ACCEPTED = List.of(
            variable("char *saved_command_line", "saved_command_line"),
            variable("int nr_threads", "nr_threads"),
            variable("unsigned long avenrun[3]", "avenrun"),
            variable("const char linux_banner[]", "linux_banner"),
            variable("char *const*volatile argv[4][0x10UL]", "argv"),
            variable("struct rw_semaphore uts_sem", "uts_sem", "struct rw_semaphore"),
            variable("struct list_head *lists[2]", "lists", "struct list_head"),
            variable("int (*handler)(struct sk_buff *skb)", "handler", "struct sk_buff"),
            variable(
                    "int (*handlers[4])(union sigval *, void (*done)(struct page *p))",
                    "handlers",
                    "union sigval",
                    "struct page"),
            variable("void *(*(*factory)(int n))(struct page *, struct page *q)", "factory", "struct page"),
            variable("int (*matrix)[3]", "matrix"),
            variable("int (plain)", "plain"),
            variable("u64 (*clock)(void)", "clock"),
            variable("const u64 (*table)[2]", "table"),
            variable("u64 counter", "counter"),
            variable("unsigned few", "few"),
            variable("void __user *pointer", "pointer"),
            variable("enum pid_type kind", "kind"),
            variable("\tint\t  spaced", "spaced"),
            function("void si_swapinfo(struct sysinfo *val)", "si_swapinfo", "struct sysinfo"),
            function("int printf_like(const char *format, ...)", "printf_like"),
            function("char *(name)(void)", "name"),
            function("unsigned long (other)(int)", "other"),
            function("u64 (third)(int)", "third"),
            function("asmlinkage long sys_x(const struct pt_regs *regs)", "sys_x", "struct pt_regs"),
            function("void (*signal_like(int number, void (*func)(int)))(int)", "signal_like"),
            function("struct page *alloc(u64, int order, char name[8])", "alloc", "struct page"),
            function("int (*array_getter(void))[3]", "array_getter"),
            function("const struct cred *get(void)", "get", "struct cred"));

    private static Declarations variable(String text, String name, String... tags) {
        return new Declarations(text, name, false, List.of(tags));
    }

    private static Declarations function(String text, String name, String... tags) {
        return new Declarations(text, name, true, List.of(tags));
    }
}
