package demo;

import dev.klp.annotations.*;

@KlpPatch(includes = One.class)
interface Again {}
