#line 1 "demo/c/loop.c"
/* second */
static ssize_t livepatch_loop_attr_do_show_backing_file(struct device *dev, struct device_attribute *attr, char *buf)
{
	return max_part;
}
