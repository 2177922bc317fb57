package demo;

import dev.klp.annotations.*;

@KlpPatch(headers = "linux/seq_file.h")
interface P {
    @KlpObject
    interface Vmlinux {
        @KlpFunc(
                newFunc = "p_cmdline_proc_show",
                code = """
                    static int p_cmdline_proc_show(struct seq_file *m, void *v)
                    {
                        seq_puts(m, "patched\\n");
                        return 0;
                    }
                    """)
        void cmdline_proc_show();
    }
}
