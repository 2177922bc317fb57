	BIG = 1
	.include "kpatch.inc"
