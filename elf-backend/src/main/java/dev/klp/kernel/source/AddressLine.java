package dev.klp.kernel.source;

/**
 * One line of {@code /proc/kallsyms} or {@code System.map}.
 *
 * @param address the address, unsigned
 * @param type the letter of {@code nm}
 * @param name the symbol's name, one character per byte
 */
public record AddressLine(long address, char type, String name) {}
