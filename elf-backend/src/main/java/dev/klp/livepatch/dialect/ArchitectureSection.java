package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Section;
import dev.klp.livepatch.ObjectName;

/**
 * A table of instructions to be patched, which Linux 4.7 to 5.7 must not apply before the relocations of an object, and which
 * their livepatch core applies from a section {@code .klp.arch.<object>.<section>} instead
 * ({@code arch/x86/kernel/livepatch.c:arch_klp_init_object_loaded}).
 *
 * @param object the object whose relocations come first
 * @param section the table: {@code .altinstructions} or {@code .parainstructions}
 */
public record ArchitectureSection(ObjectName object, Section section) {}
