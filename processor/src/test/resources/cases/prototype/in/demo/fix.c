static int new_count(struct seq_file *m)
{
	return 0;
}

static int new_parameter(struct inode *inode, void *v)
{
	return 0;
}

static char *new_kind(struct kobject *kobj, const char *buf, size_t size)
{
	return 0;
}

static __always_inline const u64 new_right(const struct kobject __user *kobj, unsigned int flags[], int (*call)(int, long))
{
	return 0;
}

static int new_twice(struct seq_file *m, void *v)
{
	return 0;
}
