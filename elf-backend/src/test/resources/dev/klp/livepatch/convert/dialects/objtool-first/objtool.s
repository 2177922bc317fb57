# The first version: one section, and the places are held against the symbols themselves. Each symbol's object gates it.
	.weak	".klp.sym.vmlinux.nr_threads,0", ".klp.sym.loop.max_part,0"
	.globl	".klp.sym.vmlinux.never_used,1"
	.text
	.type	patched, @function
patched:
	mov	".klp.sym.vmlinux.nr_threads,0"(%rip), %eax
	mov	".klp.sym.loop.max_part,0"(%rip), %eax
	ret
	.section __klp_relocs, "a"
	.quad	patched + 8
	.quad	".klp.sym.loop.max_part,0" - 4
	.long	2, 0
	.quad	patched + 2
	.quad	".klp.sym.vmlinux.nr_threads,0" - 4
	.long	2, 0
