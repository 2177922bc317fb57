	.section .klp.module_relocs.vmlinux, "aw"
	.balign 32
second_array:
	.quad	vm_swappiness
	.long	0
	.quad	never_used
	.long	2
	.type	second_array, @object
	.size	second_array, . - second_array

	.section .klp.module_relocs.loop.ko, "aw"
	.quad	max_part
	.long	0

	.data
	.quad	vm_swappiness + 0x123456789a
	.quad	max_part - 8
	.section .rodata, "a"
	.quad	nr_threads
	.long	max_part - .
