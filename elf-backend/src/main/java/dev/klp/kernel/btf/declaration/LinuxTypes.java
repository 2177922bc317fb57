package dev.klp.kernel.btf.declaration;

import java.util.Set;

/**
 * Integer typedefs that {@code include/linux/types.h} brings. They are there in every unit of a module, and on every
 * architecture and configuration they stand for one integer type each.
 */
final class LinuxTypes {
    private static final Set<String> NAMES = Set.of(
            "__u8",
            "__u16",
            "__u32",
            "__u64",
            "__s8",
            "__s16",
            "__s32",
            "__s64",
            "u8",
            "u16",
            "u32",
            "u64",
            "s8",
            "s16",
            "s32",
            "s64",
            "__le16",
            "__le32",
            "__le64",
            "__be16",
            "__be32",
            "__be64",
            "uint8_t",
            "uint16_t",
            "uint32_t",
            "uint64_t",
            "int8_t",
            "int16_t",
            "int32_t",
            "int64_t",
            "bool",
            "size_t",
            "ssize_t",
            "loff_t",
            "off_t",
            "ptrdiff_t",
            "uintptr_t",
            "pid_t",
            "uid_t",
            "gid_t",
            "dev_t",
            "ino_t",
            "mode_t",
            "umode_t",
            "clockid_t",
            "sector_t",
            "blkcnt_t",
            "gfp_t",
            "fmode_t",
            "dma_addr_t",
            "phys_addr_t",
            "resource_size_t",
            "irq_hw_number_t");

    private LinuxTypes() {}

    static Set<String> names() {
        return NAMES;
    }

    static boolean contains(String typedef) {
        return NAMES.contains(typedef);
    }
}
