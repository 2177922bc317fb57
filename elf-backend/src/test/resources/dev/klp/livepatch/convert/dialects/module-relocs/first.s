# KLP_MODULE_RELOC of the klp-convert patches, as two C files with arrays of different alignment make it.
	.section .klp.module_relocs.vmlinux, "aw"
	.balign 32
first_array:
	.quad	saved_command_line
	.long	0
	.quad	type_show
	.long	3
	.quad	nr_threads
	.long	0
	.type	first_array, @object
	.size	first_array, . - first_array

	.section .klp.module_relocs.kvm-intel, "aw"
	.balign 8
	.quad	enable_ept
	.long	1

	.text
	.type	first, @function
first:
	mov	saved_command_line(%rip), %rdi
	call	type_show
	call	_printk
	cmpb	$0, enable_ept(%rip)
	ret

	.section .debug_info, "", @progbits
	.quad	first_array
	.quad	nr_threads
