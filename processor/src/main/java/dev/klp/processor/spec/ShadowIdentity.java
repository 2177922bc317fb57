package dev.klp.processor.spec;

/**
 * What makes two shadow variables of two patches one.
 *
 * @param id the number
 * @param name the name in C
 * @param object the type of what it is attached to
 * @param type its own type
 */
public record ShadowIdentity(long id, String name, String object, String type) {}
