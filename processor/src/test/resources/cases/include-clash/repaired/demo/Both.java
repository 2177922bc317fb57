package demo;

import dev.klp.annotations.*;

@KlpPatch(includes = {One.class, Two.class})
interface Both {}
