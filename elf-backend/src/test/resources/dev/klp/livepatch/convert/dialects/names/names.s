# KLP_RELOC_SYMBOL of the patches of 2024: a comma before the position, or a dot, and names that themselves have dots.
	.text
	.type	caller, @function
caller:
	call	".klp.sym.rela.vmlinux.vmlinux.type_show,3"
	call	".klp.sym.rela.vmlinux.vmlinux.type_show.3"
	call	".klp.sym.rela.vmlinux.vmlinux.do_sysinfo.isra.0,0"
	call	".klp.sym.rela.vmlinux.vmlinux.do_sysinfo.isra.0.0"
	call	".klp.sym.rela.virtio-net.net-failover.net_failover_create,0"
	lea	".klp.sym.rela.vmlinux.vmlinux.__func__.0,405"(%rip), %rdi
	lea	".klp.sym.rela.vmlinux.vmlinux.__func__.0.405"(%rip), %rdi
	ret
	.data
	.quad	".klp.sym.rela.uvcvideo.videodev.video_devdata,0" + 16
