// meminfo_proc_show in a comment
/* version_show in
 * another */
#define macro(a) meminfo_proc_show(a) \
	+ version_show
#include <linux/kern_path.h>

struct holder {
	int p_start;
};

static int meminfo(void);
static int version_show;

static int new_f(struct holder *holder, int sometimes)
{
	struct holder first_show = { .p_start = 1 };
	int i, *copied = &i;

	printk("kern_path \"nr_threads\" %c", 'k');
	if (holder->p_start || first_show.p_start)
		goto exit_path;
	for (int meminfo_proc_show = 0; meminfo_proc_show < 3; meminfo_proc_show++)
		i += *copied + sometimes;
	i += version_show;
	i += nr_threads * (long)saved_command_line;
exit_path:
	return i + max_part + setup_done;
}
