package demo;

import dev.klp.annotations.KlpPatch;

@KlpPatch(sources = "fix.c")
interface P {}
