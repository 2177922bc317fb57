package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {}
