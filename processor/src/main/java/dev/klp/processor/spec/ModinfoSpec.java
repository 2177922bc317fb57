package dev.klp.processor.spec;

/** One {@code @KlpModinfo} as it is written. */
public record ModinfoSpec(Positioned<String> tag, Positioned<String> value) {}
