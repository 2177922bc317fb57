package dev.klp.elf;

/** Values of {@code e_machine}: gABI 4, "ELF Header". Others are possible. */
public final class Machine {
    /** Intel 80386. */
    public static final int EM_386 = 3;
    /** 32-bit PowerPC. */
    public static final int EM_PPC = 20;
    /** 64-bit PowerPC. */
    public static final int EM_PPC64 = 21;
    /** IBM S/390 and z/Architecture. */
    public static final int EM_S390 = 22;
    /** 32-bit Arm. */
    public static final int EM_ARM = 40;
    /** AMD x86-64. */
    public static final int EM_X86_64 = 62;
    /** 64-bit Arm. */
    public static final int EM_AARCH64 = 183;
    /** RISC-V. */
    public static final int EM_RISCV = 243;
    /** LoongArch. */
    public static final int EM_LOONGARCH = 258;

    private Machine() {}
}
