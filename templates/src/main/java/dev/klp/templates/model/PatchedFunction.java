package dev.klp.templates.model;

/**
 * One {@code struct klp_func}.
 *
 * @param oldName the replaced function
 * @param position which symbol of that name
 * @param newFunction the C function that takes its place
 */
public record PatchedFunction(SymbolName oldName, SymbolPosition position, CIdentifier newFunction) {}
