// SPDX-License-Identifier: Apache-2.0
/* insmod of a compressed file as it is: finit_module(2) with MODULE_INIT_COMPRESSED_FILE, as kmod 31 and later call it. */
#define MODULE_INIT_COMPRESSED_FILE 4
#define SYS_OPEN 2
#define SYS_EXIT 60
#define SYS_FINIT_MODULE 313

static long syscall3(long number, long a, long b, long c)
{
	long result;

	__asm__ volatile("syscall"
			 : "=a"(result)
			 : "a"(number), "D"(a), "S"(b), "d"(c)
			 : "rcx", "r11", "memory");
	return result;
}

__attribute__((used, force_align_arg_pointer)) static void run(long *stack)
{
	long file = syscall3(SYS_OPEN, stack[2], 0, 0);

	syscall3(SYS_EXIT, -syscall3(SYS_FINIT_MODULE, file, (long)"", MODULE_INIT_COMPRESSED_FILE), 0, 0);
}

__asm__(".globl _start\n_start: mov %rsp, %rdi\n call run\n");
