package dev.klp.annotations;

/** Of another version: almost all members are missing. */
public @interface KlpPatch {
    String sources();
}
