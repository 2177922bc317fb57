package dev.klp.processor.check;

import dev.klp.processor.spec.ShadowIdentity;

/**
 * A shadow variable of another patch.
 *
 * @param patch the patch's type
 * @param identity the variable
 */
public record NamedShadow(String patch, ShadowIdentity identity) {}
