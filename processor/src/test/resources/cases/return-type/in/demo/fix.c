static int new_narrow(struct kobject *kobj, const char *buf, size_t size)
{
	return -22;
}

static void new_nothing(struct kobject *kobj, unsigned int *flags, void *call)
{
}
