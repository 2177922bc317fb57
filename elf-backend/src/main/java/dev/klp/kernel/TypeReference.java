package dev.klp.kernel;

import dev.klp.kernel.btf.Btf;

/**
 * A function or a variable in BTF.
 *
 * @param btf the types of its object; a module's stand on those of vmlinux
 * @param id its type id: a {@code FUNC} or a {@code VAR}
 */
public record TypeReference(Btf btf, int id) {}
