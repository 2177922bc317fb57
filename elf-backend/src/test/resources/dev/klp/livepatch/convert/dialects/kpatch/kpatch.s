	BIG = 0
	.include "kpatch.inc"
