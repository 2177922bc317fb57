/* module_exit(fix_exit) */
int cleanup(struct ops *ops)
{
	return ops->module_exit("klp_register_patch");
}

MODULE_LICENSE("GPL");
