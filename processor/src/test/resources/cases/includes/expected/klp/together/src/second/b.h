#define B_ERROR 0
