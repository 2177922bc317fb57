# Every dialect in one module: they may meet in a module that is linked from several tools' objects.
	.text
	.type	mixed, @function
mixed:
	call	plain
	call	".klp.sym.rela.vmlinux.vmlinux.named,7"
	call	.klp.tombstone.listed
	.byte	0xe8
	.long	0
	.weak	.klp.tombstone.listed, ".klp.sym.vmlinux.listed,1"
	.section .klp.module_relocs.vmlinux, "aw"
	.quad	plain
	.long	2
	.section __klp_relocs.vmlinux, "a"
	.quad	mixed + 0xb
	.quad	".klp.sym.vmlinux.listed,1" - 4
	.long	4, 0
	.section .kpatch.strings, "a"
name:	.asciz	"asked"
object:	.asciz	"vmlinux"
	.section .kpatch.symbols, "a"
asked:	.quad	0, 0
	.byte	0, 2
	.balign	8
	.quad	name, object
	.section .kpatch.relocations, "a"
	.quad	mixed + 0x10
	.long	4, 0
	.quad	-4, object, asked
