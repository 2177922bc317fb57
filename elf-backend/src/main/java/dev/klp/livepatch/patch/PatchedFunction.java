package dev.klp.livepatch.patch;

import dev.klp.livepatch.ModulePlace;
import org.jspecify.annotations.Nullable;

/**
 * One {@code struct klp_func}.
 *
 * @param oldName the function that it replaces, or null if the entry names none
 * @param newFunction the function of this module that takes its place, or null if the entry has none
 * @param position {@code old_sympos}: 0 if the object has one symbol of that name, else which of them it is; 64 bits unsigned
 * @param place where it stands
 */
public record PatchedFunction(
        @Nullable String oldName, @Nullable String newFunction, long position, ModulePlace place) {}
