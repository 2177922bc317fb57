package demo;

import dev.klp.annotations.*;

@KlpPatch(
        sources = "fix.c",
        headers = "linux/seq_file.h",
        code = """
                #define TEXT "a \\
                b"
                /* é */ static int one(void) { return 1; }
                """)
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "saved_command_line", declaration = "char *saved_command_line")
    interface Vmlinux {
        @KlpFunc(newFunc = "p_cmdline_proc_show", code = """
            static int p_cmdline_proc_show(struct seq_file *m, void *v)
            {
                seq_printf(m, "%s \
            %d\\n",
                           saved_command_line, one() + two());
                return 0;\n}
            /* a comment\n over lines */
            int three;
            """)
        void cmdline_proc_show();

        @KlpFunc(newFunc = "p_version_proc_show", code = "static int p_version_proc_show(struct seq_file *m, void *v)\n{ return 0; }")
        void version_proc_show();

        @KlpFunc(newFunc = "p_version_proc_show", code = "/* two " + "parts */")
        void loadavg_proc_show();
    }
}
