#line 29 "demo/P.java"
static int p_version_proc_show(struct seq_file *m, void *v)
#line 29 "demo/P.java"
{ return 0; }
