# What 'objtool klp diff' leaves in a module: a section for each gating object, and tombstones at the places.
	.macro	ENTRY object place symbol addend type
	.pushsection __klp_relocs.\object, "a"
	.balign	8
	.quad	\place
	.quad	"\symbol" + \addend
	.long	\type
	.long	0
	.popsection
	.endm
	.weak	.klp.tombstone.nr_threads, .klp.tombstone.type_show, .klp.tombstone.max_part
	.weak	".klp.sym.vmlinux.nr_threads,0", ".klp.sym.vmlinux.type_show,3", ".klp.sym.loop.max_part,0"
	.type	".klp.sym.vmlinux.type_show,3", @function
	.type	".klp.sym.vmlinux.nr_threads,0", @object

	.text
	.type	patched, @function
patched:
	call	.klp.tombstone.type_show
	mov	.klp.tombstone.nr_threads(%rip), %eax
	call	_printk
	cmpl	$0, .klp.tombstone.max_part(%rip)
	ret
	ENTRY	vmlinux patched+1 ".klp.sym.vmlinux.type_show,3" -4 4
	ENTRY	vmlinux patched+7 ".klp.sym.vmlinux.nr_threads,0" -4 2
	ENTRY	loop patched+0x12 ".klp.sym.loop.max_part,0" -5 2

	.section .data.pointers, "aw"
pointers:
	.quad	0
	.quad	.klp.tombstone.nr_threads + 0x1122334455
	ENTRY	vmlinux pointers+8 ".klp.sym.vmlinux.nr_threads,0" 0x1122334455 1

	.section .init.klp_objects, "aw"
	.quad	objects_name
	.section .rodata.klp.str1.1, "aMS", @progbits, 1
objects_name:
	.asciz	"loop"
