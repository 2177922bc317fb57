static int new_count(struct seq_file *m, void *v)
{
	return 0;
}

static int new_parameter(struct seq_file *inode, void *v)
{
	return 0;
}

static ssize_t new_kind(struct kobject *kobj, const char *buf, size_t size)
{
	return 0;
}

static u64 new_right(struct kobject *kobj, unsigned int *flags, void *call)
{
	return 0;
}

static int new_twice(struct seq_file *m, void *v)
{
	return 0;
}
