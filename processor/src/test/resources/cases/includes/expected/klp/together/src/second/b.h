#line 1 "demo/more/b.h"
#define B_ERROR 0
