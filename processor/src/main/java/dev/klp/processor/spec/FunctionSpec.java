package dev.klp.processor.spec;

/**
 * One {@code @KlpFunc} method as it is written.
 *
 * @param method the method's name in the source
 * @param hasParameters whether the method has parameters, of values or of types
 * @param hasBody whether the method has a body
 * @param oldName the replaced function, which is the method's name where none is given
 * @param sympos which symbol of that name
 * @param anchor what else tells which one
 * @param newFunc the C function that takes its place
 */
public record FunctionSpec(
        Position method,
        boolean hasParameters,
        boolean hasBody,
        Positioned<String> oldName,
        Positioned<Integer> sympos,
        AnchorSpec anchor,
        Positioned<String> newFunc) {}
