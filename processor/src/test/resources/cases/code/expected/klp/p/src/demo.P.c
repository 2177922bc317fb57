#line 9 "demo/P.java"
#define TEXT "a \
b"
/* é */ static int one(void) { return 1; }
