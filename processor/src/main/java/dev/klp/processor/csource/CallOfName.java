package dev.klp.processor.csource;

/**
 * A call or a use of a macro with one argument, a name or the address of one: {@code static_branch_unlikely(&key)}.
 *
 * @param function the called name
 * @param argument the name between the parentheses
 * @param place where the called name stands
 */
public record CallOfName(String function, String argument, Place place) {}
