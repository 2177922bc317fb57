#line 1 "flat.c"
/* flat */
