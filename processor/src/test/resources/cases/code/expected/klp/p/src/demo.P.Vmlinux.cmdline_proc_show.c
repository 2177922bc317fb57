#line 18 "demo/P.java"
static int p_cmdline_proc_show(struct seq_file *m, void *v)
{
    seq_printf(m, "%s %d\n",
#line 22 "demo/P.java"
               saved_command_line, one() + two());
    return 0;
#line 23 "demo/P.java"
}
/* a comment
 over lines */
#line 25 "demo/P.java"
int three;
